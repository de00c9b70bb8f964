import type { Selection } from '../ledger/selection.ts';
import type { FactSource, Question, Window } from '../metric.ts';

/** Answers kept for one selection; the oldest goes first. A dashboard asks a few dozen different things of one. */
const mostKept = 128;

// A selection belongs to one ledger and neither ever changes, so what was found holds for as long as the selection lives.
const kept = new WeakMap<Selection, Map<string, readonly unknown[]>>();

/**
 * Facts of a question over windows, from memory where the same was asked of the same selection before. Cards that differ
 * in their formula alone, and the series and comparisons beside them, share one scan.
 */
export function collect<Facts>(
  source: FactSource<Facts>,
  question: Question,
  windows: readonly Window[],
): readonly Facts[] {
  const found = kept.get(question.selection) ?? new Map<string, readonly unknown[]>();
  kept.set(question.selection, found);
  const { policy, survey, surveyKind, feature } = question;
  const key = JSON.stringify([source.family, policy, survey, surveyKind, feature, windows]);
  const known = found.get(key);
  // The key names the source, and a source gives one kind of facts only.
  if (known !== undefined) return known as readonly Facts[];
  const facts = source.collect(question, windows);
  const oldest = found.keys().next().value;
  if (found.size >= mostKept && oldest !== undefined) found.delete(oldest);
  found.set(key, facts);
  return facts;
}
