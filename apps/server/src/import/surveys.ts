import { answerBuckets, type SurveyKind, surveyKinds } from '@plimsoll/metrics';
import type { SurveyRecord } from '@plimsoll/store';
import { flagOf, type ImportKind, type Row, RowRejection, requiredText, textOf, wholeNumberOf } from './import-kind.ts';

/** Columns of the questions that follow an answer: of low, middling and high ones, as a kind groups them. */
const followUpColumns = ['follow_up_low', 'follow_up_middle', 'follow_up_high'] as const;

/** `surveys.csv`: a survey a row. */
export const surveys: ImportKind<SurveyRecord> = {
  name: 'surveys',
  columns: [
    { name: 'survey', required: true, field: 'key' },
    { name: 'name', required: true, field: 'name' },
    { name: 'question', required: true, field: 'question' },
    { name: 'low_label', required: true, field: 'lowLabel' },
    { name: 'high_label', required: true, field: 'highLabel' },
    { name: 'thanks', required: true, field: 'thanks' },
    { name: 'open', required: true, field: 'open' },
    { name: 'kind', required: false, field: 'kind' },
    { name: 'scale', required: false, field: 'scale' },
    { name: 'direction', required: false, field: 'direction' },
    ...followUpColumns.map((name) => ({ name, required: false, field: 'followUps' })),
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const open = flagOf(row, 'open');
    if (open === undefined)
      throw new RowRejection('open', '"open" is empty. Whether answers are taken has to be said. Write yes or no.');
    const kind = kindOf(row);
    const scale = wholeNumberOf(row, 'scale');
    const direction = textOf(row, 'direction')?.toUpperCase().replace(/[ -]/g, '_');
    return {
      key: requiredText(row, 'survey'),
      name: requiredText(row, 'name'),
      question: requiredText(row, 'question'),
      lowLabel: requiredText(row, 'low_label'),
      highLabel: requiredText(row, 'high_label'),
      thanks: requiredText(row, 'thanks'),
      open,
      kind,
      followUps: followUpColumns.flatMap((column, index) => {
        const question = textOf(row, column);
        const bucket = answerBuckets[kind][index];
        return question === undefined || bucket === undefined ? [] : [{ bucket, question }];
      }),
      ...(scale === undefined ? {} : { scale }),
      // Whether it is a direction is for the store to say, which names those there are.
      ...(direction === undefined ? {} : { direction: direction as 'HIGH_IS_EASY' }),
    };
  },
  write: (workspace, records) => workspace.upsertSurveys(records),
};

function kindOf(row: Row): SurveyKind {
  const text = textOf(row, 'kind')?.toUpperCase() ?? 'NPS';
  const kind = surveyKinds.find((known) => known === text);
  if (kind !== undefined) return kind;
  throw new RowRejection('kind', `"${text}" is no kind of survey. Give one of ${surveyKinds.join(', ')}.`);
}
