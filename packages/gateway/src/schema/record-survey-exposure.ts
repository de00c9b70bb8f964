import { SurveyClosedError, SurveyNotFoundError } from '../errors/failure.ts';
import { builder } from './builder.ts';
import { respondentOf } from './respondent.ts';

const RecordSurveyExposureInput = builder.inputType('RecordSurveyExposureInput', {
  description: 'The viewer saw a survey.',
  fields: (t) => ({
    survey: t.string({ required: true, description: 'Key of the survey.' }),
    dismissed: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether it was put aside without an answer.',
    }),
  }),
});

const RecordSurveyExposurePayload = builder
  .objectRef<{ readonly recorded: boolean }>('RecordSurveyExposurePayload')
  .implement({
    access: 'OF_PARENT',
    description: 'The exposure is known.',
    isTypeOf: (value) => typeof value === 'object' && value !== null && 'recorded' in value,
    fields: (t) => ({
      recorded: t.exposeBoolean('recorded', {
        description: 'Whether it is news; a survey counts as shown once per person and day.',
      }),
    }),
  });

builder.mutationField('recordSurveyExposure', (t) =>
  t.field({
    type: RecordSurveyExposurePayload,
    description: 'Counts that the viewer saw a survey, once per day, so that response rates have their base.',
    args: { input: t.arg({ type: RecordSurveyExposureInput, required: true, description: 'The exposure.' }) },
    errors: {
      types: [SurveyNotFoundError, SurveyClosedError],
      union: { name: 'RecordSurveyExposureResult', description: 'What became of an exposure.' },
    },
    access: 'surveys:respond',
    resolve: async (_root, { input }, context, info) => {
      const session = await context.session();
      const { respondent, accountId } = respondentOf(session);
      const result = await context.writes.of(info).recordExposure({
        survey: input.survey,
        respondent,
        shownAt: new Date(session.now).toISOString(),
        dismissed: input.dismissed,
        ...(accountId === null ? {} : { accountId }),
      });
      if (result.kind === 'surveyNotFound') throw new SurveyNotFoundError(result.message);
      if (result.kind === 'surveyClosed') throw new SurveyClosedError(result.message);
      return { recorded: result.isNew };
    },
  }),
);
