import { accountsAtOnce } from '../../ledger/rows-of-accounts.ts';
import { kernel } from './generated/kernel.ts';
import type { WindowRanges } from './window-ranges.ts';

/** How much fits on a desk. */
export interface DeskSize {
  /** Movements that are looked at together. */
  readonly rows: number;
  /** Different days on which anything moves. */
  readonly dates: number;
  /** Cells, each an amount and a count. */
  readonly cells: number;
  /** Windows of all groups: a power of two. */
  readonly windows: number;
}

/** What the kernel exports: see `kernel/kernel.ts`. */
interface Kernel extends WebAssembly.Exports {
  readonly scanMovements: (...columns: readonly number[]) => number;
  readonly addDropped: (...columns: readonly number[]) => void;
}

const pageBytes = 65_536;
const mostBytesKept = 2 ** 24;

let compiled: WebAssembly.Module | undefined;

/**
 * Memory that movements are laid out in for the kernel to look at them. Its size never changes: growing a memory would take
 * its columns away, and have the engine look for that before each access to any array from then on.
 */
export class Desk {
  /** By movement: as in the index of movements. */
  readonly moments: Int32Array;
  readonly spans: Int32Array;
  /** By movement: how much more annual revenue there is. */
  readonly amounts: Float64Array;
  /** By place of an account among those that are looked at together. */
  readonly groups: Uint16Array;
  /** By date: what comes after it. */
  readonly after: Int32Array;
  /** Amount and count of each cell, one after the other. */
  readonly cells: Float64Array;
  /** Group by group, steps over the windows, and one past the last, of twice what was dropped. */
  readonly steps: Float64Array;
  readonly #kernel: Kernel;
  readonly #closes: Int32Array;
  readonly #opens: Int32Array;
  readonly #changes: Float64Array;

  constructor(size: DeskSize) {
    const { rows, dates, cells, windows } = size;
    const pages = Math.ceil(bytesOf(size) / pageBytes);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    let next = 0;
    const column = <Column extends Int32Array | Uint16Array | Float64Array>(
      type: { new (buffer: ArrayBufferLike, byteOffset: number, length: number): Column },
      length: number,
    ): Column => {
      const made = new type(memory.buffer, next, length);
      next += made.byteLength;
      return made;
    };
    // The widest first, so that each begins where its numbers may.
    this.amounts = column(Float64Array, rows);
    this.#changes = column(Float64Array, rows + 1);
    this.cells = column(Float64Array, 2 * cells);
    this.steps = column(Float64Array, windows + 1);
    this.moments = column(Int32Array, rows);
    this.spans = column(Int32Array, rows);
    this.#closes = column(Int32Array, rows + 1);
    this.#opens = column(Int32Array, rows + 1);
    this.after = column(Int32Array, dates);
    this.groups = column(Uint16Array, accountsAtOnce);
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(kernel), (byte) => byte.charCodeAt(0)));
    this.#kernel = new WebAssembly.Instance(compiled, { env: { memory } }).exports as Kernel;
  }

  /**
   * Looks at the first so many movements that were laid out: all of each of their accounts.
   *
   * @param accountStep windows of all groups: a power of two
   */
  scan(rows: number, { places, count: windows, firstDate }: WindowRanges, accountStep: number): void {
    const { moments, spans, amounts, groups, after, cells, steps } = this;
    const [closes, opens, changes] = [this.#closes.byteOffset, this.#opens.byteOffset, this.#changes.byteOffset];
    const dropped = this.#kernel.scanMovements(
      rows,
      moments.byteOffset,
      spans.byteOffset,
      amounts.byteOffset,
      groups.byteOffset,
      after.byteOffset,
      places,
      windows + 1,
      firstDate,
      cells.byteOffset,
      accountStep,
      closes,
      opens,
      changes,
    );
    this.#kernel.addDropped(dropped, closes, opens, changes, accountStep, steps.byteOffset);
  }
}

function bytesOf({ rows, dates, cells, windows }: DeskSize): number {
  const numbers = 2 * rows + 1 + 2 * cells + windows + 1;
  const integers = 4 * rows + 2 + dates;
  return 8 * numbers + 4 * integers + 2 * accountsAtOnce;
}

let kept: { readonly size: DeskSize; readonly desk: Desk } | undefined;

/**
 * A cleared desk that at least so much fits on. It is the same one again where it is large enough, so nobody else may be at
 * it.
 */
export function clearDesk(size: DeskSize): Desk {
  const desk = deskFor(size);
  desk.cells.fill(0, 0, 2 * size.cells);
  desk.steps.fill(0, 0, size.windows);
  return desk;
}

function deskFor(size: DeskSize): Desk {
  const { rows = 0, dates = 0, cells = 0, windows = 0 } = kept?.size ?? {};
  // As large as the last in each respect, so that questions of different shapes do not take it from each other.
  const larger = {
    rows: Math.max(rows, size.rows),
    dates: Math.max(dates, size.dates),
    cells: Math.max(cells, size.cells),
    windows: Math.max(windows, size.windows),
  };
  if (bytesOf(larger) > mostBytesKept) return new Desk(size);
  const fits = larger.rows === rows && larger.dates === dates && larger.cells === cells && larger.windows === windows;
  if (kept === undefined || !fits) kept = { size: larger, desk: new Desk(larger) };
  return kept.desk;
}
