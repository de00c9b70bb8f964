import {
  type AccountFilter,
  type AnyMetric,
  answerEach,
  type BreakdownGroup,
  type BreakdownMoment,
  breakdownDay,
  type Day,
  defaultPolicy,
  type Gathering,
  type Ledger,
  type LedgerExtent,
  type Period,
  type Question,
  type Reading,
  type Recognition,
  type Report,
  recognitionOf,
  type Selection,
  traitValueReport,
  type Window,
  windowsOf,
} from '@plimsoll/metrics';
import { WorkspaceMoved } from '../errors.ts';
import { loadAccountRowsNamed } from '../ledger/account-rows.ts';
import { HeldReader } from '../ledger/held-reader.ts';
import { loadLedgerOfRows } from '../ledger/ledger-of-accounts.ts';
import type { PartName } from '../ledger/part-name.ts';
import { untilAborted } from '../reading/pace.ts';
import type { AccountNames, LedgerReader, RecognisedReading } from '../records/ledger-reader.ts';
import type { RecognisedLedger } from '../records/recognised-ledger.ts';
import type { Session } from '../transactions/session.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { recognisedChunk } from './chunk-ledger.ts';
import { knownFrom } from './known-from.ts';
import { ScanQueue } from './scan-queue.ts';
import { scanWide } from './wide-scan.ts';

/** Ledgers of some accounts that are kept: what a page with a token for some accounts asks comes in many requests. */
const mostHeld = 32;

/** How a workspace is gone through, and what is known of its writes. */
export interface WideOptions {
  readonly accountsAtOnce: number;
  /** How many accounts the workspace has, as they were counted. */
  readonly accountCount: number;
  /** The revision at which a part of the ledger was last touched. */
  readonly touchedAt: (part: PartName) => number;
  /** The revision at which any account was last touched. */
  readonly accountsTouchedAt: number;
}

/** What readers of one workspace at one revision share. */
interface SharedReads {
  readonly selections: Map<string, Selection>;
  readonly filters: WeakMap<Selection, AccountFilter>;
  readonly queue: ScanQueue;
  readonly held: Map<string, Promise<HeldAccounts>>;
}

/** Some accounts in memory, with their revenue under other rules. */
interface HeldAccounts {
  readonly ledger: Ledger;
  readonly recognise: (recognition: Recognition) => Promise<RecognisedLedger>;
}

/** Reads a workspace at one revision, without holding it. */
export class WideReader implements LedgerReader {
  readonly ledger: Ledger;
  readonly held = false;
  readonly #session: Session;
  readonly #workspace: string;
  readonly #options: WideOptions;
  readonly #shared: SharedReads;
  readonly #signal: AbortSignal | undefined;
  #extent: LedgerExtent | undefined;

  /**
   * @param ledger without accounts
   * @param shared of another reader of the same workspace and revision
   * @param signal aborted when nobody waits for what this reader reads any more
   */
  constructor(
    session: Session,
    workspace: string,
    ledger: Ledger,
    options: WideOptions,
    shared?: SharedReads,
    signal?: AbortSignal,
  ) {
    this.#session = session;
    this.#workspace = workspace;
    this.ledger = ledger;
    this.#options = options;
    this.#signal = signal;
    this.#shared = shared ?? {
      selections: new Map(),
      filters: new WeakMap(),
      held: new Map(),
      queue: new ScanQueue((questions, abandoned) =>
        this.#read((tx) => scanWide(tx, questions, options.accountsAtOnce, abandoned), abandoned),
      ),
    };
  }

  get accountCount(): number {
    return this.#options.accountCount;
  }

  /** The same reader for a request that may be aborted; what it shares with others goes on for them. */
  until(signal: AbortSignal | undefined): WideReader {
    return new WideReader(this.#session, this.#workspace, this.ledger, this.#options, this.#shared, signal);
  }

  async under(recognition: Recognition): Promise<RecognisedReading> {
    const other = recognitionOf({ ...defaultPolicy, ...recognition });
    return { ledger: { ...this.ledger, recognition: other }, reader: this };
  }

  select(filter?: AccountFilter, within?: Selection): Selection {
    const { filters, selections } = this.#shared;
    const parts = [filter, within && filters.get(within)].filter((part) => part !== undefined);
    const whole = parts.length > 1 ? ({ kind: 'and', of: parts } as const) : parts[0];
    const key = JSON.stringify(whole ?? null);
    const known = selections.get(key);
    if (known !== undefined) return known;
    const selection = { indices: new Uint32Array(), mask: new Uint8Array(), everything: whole === undefined };
    selections.set(key, selection);
    if (whole !== undefined) filters.set(selection, whole);
    return selection;
  }

  async count(selection: Selection): Promise<number> {
    const question = { ledger: this.ledger, selection, policy: defaultPolicy };
    const [count] = await this.gather(counting, question, [{ start: 0, end: 0 }]);
    return count ?? 0;
  }

  async readEach(
    metric: AnyMetric,
    question: Question,
    periods: readonly Period[],
    today: Day,
  ): Promise<readonly Reading[]> {
    const facts = await this.gather(metric.source, question, windowsOf(metric, question, periods, today));
    return answerEach(metric, question, periods, today, facts);
  }

  async breakdown(
    metric: AnyMetric,
    question: Question,
    trait: string,
    periods: readonly Period[],
    today: Day,
    at: BreakdownMoment,
  ): Promise<readonly BreakdownGroup[]> {
    const on = breakdownDay(at, periods, today);
    const values = await this.work(traitValueReport(trait, on), { ...question, ledger: this.ledger });
    // Groups of everybody hold every account. Asked of the whole, too, accounts are gone through instead of picked.
    const whole = this.readEach(metric, question, periods, today);
    const groups = values.map(async ({ value, count }): Promise<BreakdownGroup> => {
      const filter = { kind: 'trait', key: trait, in: [value], ...(on === undefined ? {} : { on }) } as const;
      const selection = this.select(filter, question.selection);
      const readings = await this.readEach(metric, { ...question, selection }, periods, today);
      return { value, accounts: count, readings };
    });
    const [, ...found] = await Promise.all([whole, ...groups]);
    return found;
  }

  async work<Facts, Told>({ gathering, window, tell }: Report<Facts, Told>, question: Question): Promise<Told> {
    // One window in, facts of one out.
    const [facts] = (await this.gather(gathering, question, [window])) as readonly [Facts];
    return tell(question, facts);
  }

  async holding(accounts: AccountNames): Promise<LedgerReader> {
    const { held } = this.#shared;
    const key = JSON.stringify(accounts);
    const loading = held.get(key) ?? this.#hold(accounts);
    held.delete(key);
    held.set(key, loading);
    loading.catch(() => held.delete(key));
    const oldest = held.keys().next().value;
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
    const { ledger, recognise } = await untilAborted(loading, this.#signal);
    return new HeldReader(ledger, recognise, this.#signal);
  }

  async #hold(accounts: AccountNames): Promise<HeldAccounts> {
    const parts = everyPart(this.ledger);
    const ledger = await this.#read(async (tx) => {
      const held = await loadLedgerOfRows(tx, await loadAccountRowsNamed(tx, accounts), parts);
      this.#extent ??= { kind: 'SOME_ACCOUNTS', ...(await knownFrom(tx, parts)) };
      return { ...held, extent: this.#extent };
    });
    const recognised = new Map<string, Promise<RecognisedLedger>>();
    const recognise = (recognition: Recognition): Promise<RecognisedLedger> => {
      const key = JSON.stringify(recognitionOf({ ...defaultPolicy, ...recognition }));
      const found =
        recognised.get(key) ??
        this.#read(async (tx) => ({ ledger: await recognisedChunk(tx, ledger, recognition, false), base: ledger }));
      recognised.set(key, found);
      return found;
    };
    return { ledger, recognise };
  }

  changedSince({ ledger: { revision } }: LedgerReader): readonly string[] {
    const { touchedAt, accountsTouchedAt } = this.#options;
    const accounts = accountsTouchedAt > Number(revision) ? ['accounts'] : [];
    return [...accounts, ...[...everyPart(this.ledger)].filter((part) => touchedAt(part) > Number(revision))];
  }

  gather<Facts>(source: Gathering<Facts>, question: Question, windows: readonly Window[]): Promise<readonly Facts[]> {
    const { ledger, selection, ...asked } = question;
    const { filters, queue } = this.#shared;
    const filter = filters.get(selection);
    return queue.gather({ source, filter, recognition: ledger.recognition, asked, windows }, this.#signal);
  }

  /** @throws WorkspaceMoved */
  #read<T>(work: (tx: WorkspaceTransaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const read = (tx: WorkspaceTransaction): Promise<T> => {
      if (String(tx.revision) !== this.ledger.revision) throw new WorkspaceMoved(this.#workspace);
      return work(tx);
    };
    return this.#session.read(this.#workspace, read, signal);
  }
}

/** Every part that a ledger has. */
function everyPart(ledger: Ledger): ReadonlySet<PartName> {
  const head = new Set(['revision', 'currency', 'timeZone', 'extent', 'recognition', 'accounts']);
  // Object.keys forgets which keys it was given.
  return new Set(Object.keys(ledger).filter((key) => !head.has(key)) as PartName[]);
}

const counting: Gathering<number> = {
  reads: { parts: [] },
  collect: ({ selection }, windows) => windows.map(() => selection.indices.length),
  merge: (parts) => parts.reduce((sum, part) => sum + part, 0),
};
