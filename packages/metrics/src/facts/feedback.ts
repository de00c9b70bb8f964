import { selectAccount } from '../ledger/selection.ts';
import type { FactSource, Question, Window } from '../metric.ts';

/** The three groups of the 0…10 question. Every whole answer falls in exactly one. */
export type NpsBucket = 'DETRACTOR' | 'PASSIVE' | 'PROMOTER';

/**
 * The bucket of an answer: 0–6 detractor, 7–8 passive, 9–10 promoter. `undefined` for anything that is not a whole
 * number from 0 to 10, which must be refused rather than rounded.
 *
 * @see https://www.bain.com/consulting-services/customer-strategy-and-marketing/net-promoter-score-system/
 */
export function npsBucket(answer: number): NpsBucket | undefined {
  if (!Number.isInteger(answer) || answer < 0 || answer > 10) return undefined;
  if (answer <= 6) return 'DETRACTOR';
  return answer <= 8 ? 'PASSIVE' : 'PROMOTER';
}

/** What people answered in one window, after the policy chose which answers count. */
export interface FeedbackFacts {
  promoters: number;
  passives: number;
  detractors: number;
  /** Answers by value, 0…10. */
  readonly byAnswer: number[];
  /** Earlier answers of people who answered again. */
  superseded: number;
  /** How often the question was put in front of somebody. */
  shown: number;
}

function noFeedback(): FeedbackFacts {
  return { promoters: 0, passives: 0, detractors: 0, byAnswer: new Array<number>(11).fill(0), superseded: 0, shown: 0 };
}

function collectWindow(question: Question, window: Window): FeedbackFacts {
  const { responses, exposures } = question.ledger;
  const { mask, everything } = question.selection;
  const facts = noFeedback();
  const wanted = question.survey === undefined ? -1 : responses.surveys.indexOf(question.survey);
  if (question.survey !== undefined && wanted === -1) return facts;
  const belongs = (account: number): boolean => (account < 0 ? everything : mask[account] === 1);
  const seen = new Set<number>();
  const latestOnly = question.policy.npsAnswer === 'latestPerRespondent';
  for (let row = responses.count - 1; row >= 0; row--) {
    const day = responses.days[row] ?? 0;
    if (day < window.start) break;
    if (day >= window.end || !belongs(responses.account[row] ?? -1)) continue;
    if (wanted !== -1 && responses.survey[row] !== wanted) continue;
    const respondent = responses.respondent[row] ?? 0;
    if (latestOnly && seen.has(respondent)) {
      facts.superseded++;
      continue;
    }
    seen.add(respondent);
    count(facts, responses.answers[row] ?? 0);
  }
  for (let row = exposures.count - 1; row >= 0; row--) {
    const day = exposures.days[row] ?? 0;
    if (day < window.start) break;
    if (day >= window.end || !belongs(exposures.account[row] ?? -1)) continue;
    if (wanted === -1 || exposures.survey[row] === wanted) facts.shown++;
  }
  return facts;
}

function count(facts: FeedbackFacts, answer: number): void {
  facts.byAnswer[answer] = (facts.byAnswer[answer] ?? 0) + 1;
  switch (npsBucket(answer)) {
    case 'PROMOTER':
      facts.promoters++;
      break;
    case 'PASSIVE':
      facts.passives++;
      break;
    default:
      facts.detractors++;
  }
}

/** Facts about survey answers. */
export const feedback: FactSource<FeedbackFacts> = {
  family: 'FEEDBACK',
  collect: (question, windows) => windows.map((window) => collectWindow(question, window)),
  collectAccount: (question, account, window) =>
    collectWindow({ ...question, selection: selectAccount(question.ledger, account) }, window),
};
