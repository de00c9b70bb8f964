import type { Ledger } from '../ledger/ledger.ts';
import { checkHeld } from '../ledger/ledger-extent.ts';
import type { Selection } from '../ledger/selection.ts';
import type { Gathering, Question, Window } from '../metric.ts';
import type { Policy } from '../policy.ts';

/** Answers of one source kept for one selection; the oldest goes first. A dashboard asks a few dozen different things. */
const mostKept = 128;

type Answers = Map<string, readonly unknown[]>;

// Neither a ledger nor a selection ever changes, so what was found holds for as long as both live. The same selection is
// read from ledgers that hold the same accounts and recognise revenue differently.
const kept = new WeakMap<Ledger, WeakMap<Selection, WeakMap<object, Answers>>>();

/**
 * Facts of a question over windows, from memory where the same was asked of the same selection before. Cards that differ
 * in their formula alone, and the series and comparisons beside them, share one scan.
 */
export function collect<Facts>(
  source: Gathering<Facts> & { readonly switches?: readonly (keyof Policy)[] },
  question: Question,
  windows: readonly Window[],
): readonly Facts[] {
  checkHeld(question.ledger);
  const found = answersOf(source, question);
  const { policy, survey, surveyKind, feature } = question;
  const decided = source.switches?.map((key) => policy[key]) ?? policy;
  const key = JSON.stringify([decided, survey, surveyKind, feature, windows]);
  const known = found.get(key);
  // They are kept by their source, and a source gives one kind of facts only.
  if (known !== undefined) return known as readonly Facts[];
  const facts = source.collect(question, windows);
  const oldest = found.keys().next().value;
  if (found.size >= mostKept && oldest !== undefined) found.delete(oldest);
  found.set(key, facts);
  return facts;
}

function answersOf(source: object, { ledger, selection }: Question): Answers {
  const ofLedger = kept.get(ledger) ?? new WeakMap<Selection, WeakMap<object, Answers>>();
  kept.set(ledger, ofLedger);
  const ofSelection = ofLedger.get(selection) ?? new WeakMap<object, Answers>();
  ofLedger.set(selection, ofSelection);
  const answers = ofSelection.get(source) ?? new Map<string, readonly unknown[]>();
  ofSelection.set(source, answers);
  return answers;
}
