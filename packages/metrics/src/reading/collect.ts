import type { Grouping } from '../ledger/grouping.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { checkHeld } from '../ledger/ledger-extent.ts';
import type { Selection } from '../ledger/selection.ts';
import type { FactSource, Gathering, Question, Window } from '../metric.ts';

/** Answers of one source kept for one selection; the oldest goes first. A dashboard asks a few dozen different things. */
const mostKept = 128;

type Answers = Map<string, readonly unknown[]>;

type Source<Facts> = Gathering<Facts> & Pick<FactSource<Facts>, 'switches'>;

// Neither a ledger nor a selection ever changes, so what was found holds for as long as both live. The same selection is
// read from ledgers that hold the same accounts and recognise revenue differently.
const kept = new WeakMap<Ledger, WeakMap<Selection, WeakMap<object, Answers>>>();

/**
 * Facts of a question over windows, from memory where the same was asked of the same selection before. Cards that differ
 * in their formula alone, and the series and comparisons beside them, share one scan.
 */
export function collect<Facts>(
  source: Source<Facts>,
  question: Question,
  windows: readonly Window[],
): readonly Facts[] {
  checkHeld(question.ledger);
  const found = answersOf(source, question);
  const key = keyOf(source, question, windows);
  const known = found.get(key);
  // They are kept by their source, and a source gives one kind of facts only.
  if (known !== undefined) return known as readonly Facts[];
  const facts = source.collect(question, windows);
  keep(found, key, facts);
  return facts;
}

/** The same of each group of the question's selection. */
export function collectGroups<Facts>(
  source: Source<Facts>,
  question: Question,
  grouping: Grouping,
  windows: readonly Window[],
): readonly (readonly Facts[])[] {
  const questions = grouping.groups.map(({ selection }) => ({ ...question, selection }));
  const key = keyOf(source, question, windows);
  if (source.collectGroups !== undefined && questions.some((one) => !answersOf(source, one).has(key))) {
    checkHeld(question.ledger);
    const facts = source.collectGroups(question, grouping, windows);
    questions.forEach((one, place) => {
      keep(answersOf(source, one), key, facts[place] ?? []);
    });
  }
  return questions.map((one) => collect(source, one, windows));
}

function keyOf(
  { switches }: Source<unknown>,
  { policy, survey, surveyKind, feature }: Question,
  windows: readonly Window[],
): string {
  return JSON.stringify([switches?.map((key) => policy[key]) ?? policy, survey, surveyKind, feature, windows]);
}

function keep(answers: Answers, key: string, facts: readonly unknown[]): void {
  const oldest = answers.keys().next().value;
  if (answers.size >= mostKept && oldest !== undefined) answers.delete(oldest);
  answers.set(key, facts);
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
