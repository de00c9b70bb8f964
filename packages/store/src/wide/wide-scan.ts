import {
  type AccountFilter,
  type Gathering,
  type Ledger,
  type Question,
  type Recognition,
  recognisesAlike,
  recognitionOf,
  type Selection,
  selectAll,
  selectWhere,
  type Window,
} from '@plimsoll/metrics';
import { loadLedgerOfRows } from '../ledger/ledger-of-accounts.ts';
import { loadRoamingRespondents } from '../ledger/parts/feedback-rows.ts';
import { pause } from '../reading/pace.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { accountChunks } from './account-chunks.ts';
import { type ChunkContent, chunkLedger, recognisedChunk } from './chunk-ledger.ts';
import { knownFrom } from './known-from.ts';
import { roamingLedgers } from './roaming-ledgers.ts';
import { readsOf } from './wide-reads.ts';

/** What is asked of a workspace too large for memory. */
export interface WideQuestion {
  readonly source: Gathering<unknown>;
  /** Which accounts; every one, and what belongs to none, where it is `undefined`. */
  readonly filter: AccountFilter | undefined;
  /** What facts count as recurring revenue; accounts are chosen by what the workspace does. */
  readonly recognition: Recognition;
  readonly asked: Omit<Question, 'ledger' | 'selection'>;
  readonly windows: readonly Window[];
}

// Facts of so many parts wait before they are added up.
const partsAtOnce = 32;

/**
 * Answers questions in one pass over a workspace, holding one chunk of accounts at a time. Facts are additive, so those
 * of the chunks add up to those of the whole; what belongs to no account, or to several, is added at the end.
 *
 * @param abandoned aborted when nobody waits for the answers any more; the pass then stops before its next chunk
 * @returns for each question the facts of its windows
 */
export async function scanWide(
  tx: WorkspaceTransaction,
  questions: readonly WideQuestion[],
  accountsAtOnce: number,
  abandoned?: AbortSignal,
): Promise<readonly (readonly unknown[])[]> {
  const reads = readsOf(questions);
  const { parts } = reads;
  const roaming = parts.has('responses') ? await loadRoamingRespondents(tx) : new Set<string>();
  const content: ChunkContent = { parts, roaming, extent: { kind: 'SOME_ACCOUNTS', ...(await knownFrom(tx, parts)) } };
  const sums = questions.map(({ source }) => new Sum(source));
  const filters = questions.map(({ filter }) => filter);
  for await (const chunk of accountChunks(tx, { filters, reads, accountsAtOnce })) {
    await pause(abandoned);
    const base = await chunkLedger(tx, chunk, content);
    const recognised = new Map<string, Promise<Ledger>>();
    const select = selectorOf(base);
    for (const [place, question] of questions.entries()) {
      const { recognition } = question;
      const key = JSON.stringify(recognitionOf(recognition));
      const other = recognisesAlike(recognition, tx.recognition)
        ? Promise.resolve(base)
        : (recognised.get(key) ?? recognisedChunk(tx, base, recognition, chunk.contiguous));
      recognised.set(key, other);
      sums[place]?.add(gather(question, await other, select(question)));
    }
  }
  // Of what belongs to no account there is no chunk. Answers come by themselves, as they bring their accounts along.
  const rest = { ...(await loadLedgerOfRows(tx, [], parts)), extent: content.extent };
  const selectOfRest = selectorOf(rest);
  for (const [place, question] of questions.entries()) {
    sums[place]?.add(gather(question, rest, selectOfRest(question)));
  }
  if (parts.has('responses')) {
    for await (const ledger of roamingLedgers(tx, content)) {
      const select = selectorOf(ledger);
      for (const [place, question] of questions.entries()) {
        if (!question.source.reads.parts.includes('responses')) continue;
        sums[place]?.add(gather(question, ledger, select(question)));
      }
    }
  }
  return sums.map((sum) => sum.facts());
}

function gather({ source, asked, windows }: WideQuestion, ledger: Ledger, selection: Selection): readonly unknown[] {
  return source.collect({ ...asked, ledger, selection }, windows);
}

/** Gives the accounts of a ledger that questions are about: worked out once for all with the same filter. */
function selectorOf(ledger: Ledger): (question: WideQuestion) => Selection {
  const found = new Map<AccountFilter | undefined, Selection>();
  return ({ filter }) => {
    const selection = found.get(filter) ?? (filter === undefined ? selectAll(ledger) : selectWhere(ledger, filter));
    found.set(filter, selection);
    return selection;
  };
}

/** Adds facts up, part by part. */
class Sum {
  readonly #source: Gathering<unknown>;
  #parts: (readonly unknown[])[] = [];

  constructor(source: Gathering<unknown>) {
    this.#source = source;
  }

  add(facts: readonly unknown[]): void {
    this.#parts.push(facts);
    if (this.#parts.length >= partsAtOnce) this.#parts = [this.facts()];
  }

  facts(): readonly unknown[] {
    const [first = []] = this.#parts;
    return first.map((_, window) => this.#source.merge(this.#parts.map((facts) => facts[window])));
  }
}
