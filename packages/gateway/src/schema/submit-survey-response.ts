import type { SubmissionResult } from '@plimsoll/store';
import type { GatewayContext } from '../context.ts';
import {
  IdempotencyConflictError,
  InvalidAnswerError,
  SurveyClosedError,
  SurveyNotFoundError,
} from '../errors/failure.ts';
import { builder } from './builder.ts';
import { respondentOf } from './respondent.ts';
import { SurveyResponse, SurveyResponseModel } from './survey-response.ts';

const SubmitSurveyResponseInput = builder.inputType('SubmitSurveyResponseInput', {
  description: 'An answer. Who answers, and for which account, comes from the token.',
  fields: (t) => ({
    survey: t.string({ required: true, description: 'Key of the survey.' }),
    answer: t.int({ required: true, description: 'A whole number of the survey’s scale.' }),
    comment: t.string({ description: 'What they wrote, at most 10,000 characters.' }),
    idempotencyKey: t.string({
      required: true,
      description:
        'Chosen by the respondent once per answer, 1 to 200 characters; sending the same answer again with it changes nothing, however much later. The header `Idempotency-Key` is another key, which covers the whole request for 24 hours.',
    }),
  }),
});

interface PayloadModel {
  readonly response: SurveyResponseModel;
  readonly duplicate: boolean;
  readonly revision: string;
}

const SubmitSurveyResponsePayload = builder.objectRef<PayloadModel>('SubmitSurveyResponsePayload').implement({
  access: 'OF_PARENT',
  description: 'The answer was taken.',
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'duplicate' in value,
  fields: (t) => ({
    response: t.expose('response', { type: SurveyResponse, description: 'The answer as it is kept.' }),
    duplicate: t.exposeBoolean('duplicate', {
      description: 'Whether it had been taken before, and this is the first result again.',
    }),
    revision: t.exposeString('revision', { description: 'The data revision with this answer in it.' }),
  }),
});

builder.mutationField('submitSurveyResponse', (t) =>
  t.field({
    type: SubmitSurveyResponsePayload,
    description: 'Takes the viewer’s answer to a survey, once for each respondent and idempotency key.',
    args: { input: t.arg({ type: SubmitSurveyResponseInput, required: true, description: 'The answer.' }) },
    errors: {
      types: [InvalidAnswerError, SurveyClosedError, SurveyNotFoundError, IdempotencyConflictError],
      union: { name: 'SubmitSurveyResponseResult', description: 'What became of an answer.' },
    },
    access: 'surveys:respond',
    resolve: async (_root, { input }, context, info) => {
      const session = await context.session();
      const { respondent, accountId } = respondentOf(session);
      const result = await context.writes.of(info).submitResponse({
        survey: input.survey,
        accountId,
        respondent,
        answer: input.answer,
        comment: input.comment ?? null,
        idempotencyKey: input.idempotencyKey,
      });
      return taken(result, context);
    },
  }),
);

async function taken(result: SubmissionResult, context: GatewayContext): Promise<PayloadModel> {
  switch (result.kind) {
    case 'accepted':
      return {
        response: new SurveyResponseModel(await context.freshSession(), result.response),
        duplicate: result.duplicate,
        revision: result.revision,
      };
    case 'invalid':
      throw new InvalidAnswerError(result.field, result.message);
    case 'surveyNotFound':
      throw new SurveyNotFoundError(result.message);
    case 'surveyClosed':
      throw new SurveyClosedError(result.message);
    case 'conflict':
      throw new IdempotencyConflictError(result.message);
  }
}
