import { type AccountFilter, filterReads, type LedgerPart, type LedgerReads } from '@plimsoll/metrics';

/** What is loaded of every account that is gone through. */
export interface WideReads {
  readonly parts: ReadonlySet<LedgerPart>;
  readonly traits: readonly string[] | 'ALL';
  readonly names: boolean;
}

/** All that several questions look at, and the filters of their accounts. */
export function readsOf(
  questions: readonly {
    readonly source: { readonly reads: LedgerReads };
    readonly filter: AccountFilter | undefined;
  }[],
): WideReads {
  const all = questions.flatMap(({ source, filter }): LedgerReads[] => [
    source.reads,
    ...(filter === undefined ? [] : [filterReads(filter)]),
  ]);
  const traits = all.map((reads) => reads.traits ?? []);
  return {
    parts: new Set(all.flatMap(({ parts }) => parts)),
    // A list of keys is no text, whatever a comparison with one says of its type.
    traits: traits.includes('ALL') ? 'ALL' : [...new Set(traits.flat())],
    names: all.some(({ names }) => names === true),
  };
}
