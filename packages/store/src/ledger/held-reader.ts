import {
  type AccountFilter,
  type AnyMetric,
  type BreakdownGroup,
  type BreakdownMoment,
  breakdown,
  collect,
  type Day,
  type Gathering,
  type Ledger,
  type Period,
  type Question,
  type Reading,
  type Recognition,
  type Report,
  readEach,
  type Selection,
  selectAll,
  selectWhere,
  type Window,
  work,
} from '@plimsoll/metrics';
import { pause, untilAborted } from '../reading/pace.ts';
import type { LedgerReader, RecognisedReading } from '../records/ledger-reader.ts';
import type { RecognisedLedger } from '../records/recognised-ledger.ts';
import { changedParts } from './changed-parts.ts';

/** Selections kept for one ledger; the oldest goes first. */
const mostSelections = 64;

// A ledger never changes, so what was selected holds for exactly as long as it stands, and with it all that was worked
// out over it.
const kept = new WeakMap<Ledger, Map<string, Selection>>();
const numbers = new WeakMap<Selection, number>();
let lastNumber = 0;

/** Reads a ledger in memory. */
export class HeldReader implements LedgerReader {
  readonly ledger: Ledger;
  readonly held = true;
  readonly #recognise: (recognition: Recognition) => Promise<RecognisedLedger>;
  readonly #signal: AbortSignal | undefined;

  /**
   * @param recognise gives the same ledger, or a later one, with revenue recognised otherwise
   * @param signal aborted when nobody waits for what is read any more
   */
  constructor(
    ledger: Ledger,
    recognise: (recognition: Recognition) => Promise<RecognisedLedger>,
    signal?: AbortSignal,
  ) {
    this.ledger = ledger;
    this.#recognise = recognise;
    this.#signal = signal;
  }

  get accountCount(): number {
    return this.ledger.accounts.ids.length;
  }

  async under(recognition: Recognition): Promise<RecognisedReading> {
    const { ledger, base } = await untilAborted(this.#recognise(recognition), this.#signal);
    return { ledger, reader: base === this.ledger ? this : new HeldReader(base, this.#recognise, this.#signal) };
  }

  select(filter?: AccountFilter, within?: Selection): Selection {
    const { ledger } = this;
    if (filter === undefined && within !== undefined) return within;
    const selections = kept.get(ledger) ?? new Map<string, Selection>();
    kept.set(ledger, selections);
    const key = JSON.stringify([within === undefined ? null : numberOf(within), filter ?? null]);
    const known = selections.get(key);
    if (known !== undefined) return known;
    const selection = filter === undefined ? selectAll(ledger) : selectWhere(ledger, filter, within);
    const oldest = selections.keys().next().value;
    if (selections.size >= mostSelections && oldest !== undefined) selections.delete(oldest);
    selections.set(key, selection);
    return selection;
  }

  async count({ indices }: Selection): Promise<number> {
    return indices.length;
  }

  async readEach(
    metric: AnyMetric,
    question: Question,
    periods: readonly Period[],
    today: Day,
  ): Promise<readonly Reading[]> {
    await pause(this.#signal);
    return readEach(metric, question, periods, today);
  }

  async breakdown(
    metric: AnyMetric,
    question: Question,
    trait: string,
    periods: readonly Period[],
    today: Day,
    at: BreakdownMoment,
  ): Promise<readonly BreakdownGroup[]> {
    await pause(this.#signal);
    return breakdown(metric, question, trait, periods, today, at);
  }

  async work<Facts, Told>(report: Report<Facts, Told>, question: Question): Promise<Told> {
    await pause(this.#signal);
    return work(report, question);
  }

  async gather<Facts>(
    source: Gathering<Facts>,
    question: Question,
    windows: readonly Window[],
  ): Promise<readonly Facts[]> {
    await pause(this.#signal);
    return collect(source, question, windows);
  }

  async holding(): Promise<LedgerReader> {
    return this;
  }

  changedSince({ ledger, held }: LedgerReader): readonly string[] {
    return held ? changedParts(ledger, this.ledger) : [];
  }
}

function numberOf(selection: Selection): number {
  const number = numbers.get(selection) ?? ++lastNumber;
  numbers.set(selection, number);
  return number;
}
