import type { Ledger } from '../../ledger/ledger.ts';
import { selectAccount } from '../../ledger/selection.ts';
import type { FactSource, Question, Window } from '../../metric.ts';
import { npsScale, type ScaleKey, type SurveyKind, scaleKey, surveyScales } from '../../surveys/survey-scale.ts';
import { type FeedbackFacts, mergeFeedback, noFeedback } from './feedback-facts.ts';

function collectWindow(question: Question, window: Window): FeedbackFacts {
  const { responses, exposures } = question.ledger;
  const { mask, everything } = question.selection;
  const facts = noFeedback();
  const scales = askedScales(question);
  const belongs = (account: number): boolean => (account < 0 ? everything : mask[account] === 1);
  // Satisfaction and effort are asked after each occasion, so that by convention every answer to them counts.
  const seen = new Set<number>();
  const latestOnly = question.policy.npsAnswer === 'latestPerRespondent';
  for (let row = responses.count - 1; row >= 0; row--) {
    const day = responses.days[row] ?? 0;
    if (day < window.start) break;
    if (day >= window.end || !belongs(responses.account[row] ?? -1)) continue;
    const scale = scales[responses.survey[row] ?? 0];
    if (scale === undefined) continue;
    const respondent = responses.respondent[row] ?? 0;
    if (latestOnly && scale === 'NPS') {
      if (seen.has(respondent)) {
        facts.superseded.NPS++;
        continue;
      }
      seen.add(respondent);
    }
    const answer = responses.answers[row] ?? 0;
    facts.answers[scale][answer] = (facts.answers[scale][answer] ?? 0) + 1;
  }
  for (let row = exposures.count - 1; row >= 0; row--) {
    const day = exposures.days[row] ?? 0;
    if (day < window.start) break;
    if (day >= window.end || !belongs(exposures.account[row] ?? -1)) continue;
    const scale = scales[exposures.survey[row] ?? 0];
    if (scale !== undefined) facts.shown[surveyScales[scale].kind]++;
  }
  return facts;
}

/** By the code of a survey its scale, where its answers are asked for. */
function askedScales({ ledger, survey, surveyKind }: Question): readonly (ScaleKey | undefined)[] {
  return ledger.responses.surveys.map((key) => {
    const scale = scaleOfSurvey(ledger, key);
    const kind: SurveyKind = surveyScales[scale].kind;
    const asked = (survey === undefined || survey === key) && (surveyKind === undefined || surveyKind === kind);
    return asked ? scale : undefined;
  });
}

/** The scale of a survey; that of NPS for one that the ledger was told nothing of. */
export function scaleOfSurvey({ surveyScales: known }: Ledger, survey: string): ScaleKey {
  return scaleKey(known.get(survey) ?? npsScale);
}

/** Facts about survey answers. */
export const feedback: FactSource<FeedbackFacts> = {
  family: 'FEEDBACK',
  reads: { parts: ['responses', 'exposures', 'surveyScales'] },
  collect: (question, windows) => windows.map((window) => collectWindow(question, window)),
  collectAccount: (question, account, window) =>
    collectWindow({ ...question, selection: selectAccount(question.ledger, account) }, window),
  merge: mergeFeedback,
};
