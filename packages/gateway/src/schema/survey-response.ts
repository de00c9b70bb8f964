import { answerBucket, surveyScales } from '@plimsoll/metrics';
import type { SurveyResponse as ResponseRecord } from '@plimsoll/store';
import { resolveCursorConnection } from '@pothos/plugin-relay';
import { requireAccess, surveyScopes } from '../access/access-rule.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { limits } from '../limits.ts';
import { accountById, holding, type Session } from '../session.ts';
import { Account } from './account.ts';
import { AccountFilter } from './account-filter.ts';
import { AccountModel } from './account-model.ts';
import { AnswerBucket } from './answer-bucket.ts';
import { answersIn } from './answers-in.ts';
import { builder } from './builder.ts';
import { foreignCursor, pageCost, pageOf } from './page.ts';
import { Survey } from './survey.ts';

/** An answer in a session. */
export class SurveyResponseModel {
  readonly session: Session;
  readonly response: ResponseRecord;

  constructor(session: Session, response: ResponseRecord) {
    this.session = session;
    this.response = response;
  }
}

/** What somebody answered. */
export const SurveyResponse = builder.objectRef<SurveyResponseModel>('SurveyResponse');

/** Whether an answer is in a viewer's reach: their accounts', and those of no account for viewers of the whole. */
export function responseInReach(session: Session, response: ResponseRecord): boolean {
  if (session.viewer.accounts.kind === 'ALL') return true;
  return response.accountId !== null && accountById(session, response.accountId) >= 0;
}

builder.node(SurveyResponse, {
  access: { anyOf: surveyScopes },
  description: 'What somebody answered.',
  isTypeOf: (value) => value instanceof SurveyResponseModel,
  id: { resolve: ({ response }) => response.id },
  loadOne: async (id, context) => {
    requireAccess(context.viewer, 'surveys:read');
    const session = await context.session();
    const response = await session.store.response(id);
    return response === null || !responseInReach(session, response) ? null : new SurveyResponseModel(session, response);
  },
  fields: (t) => ({
    answer: t.int({ description: 'A whole number of the survey’s scale.', resolve: ({ response }) => response.answer }),
    bucket: t.field({
      type: AnswerBucket,
      description: 'The bucket it falls in.',
      resolve: ({ session, response }) => {
        const scale = session.ledger.surveyScales.get(response.survey) ?? surveyScales.NPS;
        const bucket = answerBucket(scale, response.answer);
        if (bucket === undefined) throw new Error(`The stored answer ${response.answer} is in no bucket.`);
        return bucket;
      },
    }),
    comment: t.string({ nullable: true, description: 'What they wrote.', resolve: ({ response }) => response.comment }),
    respondedAt: t.field({
      type: 'DateTime',
      description: 'When they answered.',
      resolve: ({ response }) => response.respondedAt.getTime(),
    }),
    account: t.field({
      type: Account,
      nullable: true,
      description: 'Whose people they belong to; null where it is not known or not in reach.',
      resolve: async ({ session, response: { accountId } }) => {
        if (accountId === null) return null;
        const held = await holding(session, { ids: [accountId] });
        const index = accountById(held, accountId);
        return index < 0 ? null : new AccountModel(held, index);
      },
    }),
  }),
});

builder.objectField(Survey, 'responses', (t) =>
  t.connection(
    {
      type: SurveyResponse,
      description: `Its answers, the newest first. Of a workspace too large to be held in memory a filter is held to the ${limits.listed} answers that follow the cursor.`,
      args: { filter: t.arg({ type: AccountFilter, description: 'Answers of which accounts.' }) },
      weight: (args) => ({ field: 10, multiplier: pageCost(args) }),
      access: 'surveys:read',
      resolve: async ({ session, survey }, { filter, ...args }) => {
        if (args.last != null || args.before != null) {
          throw new GatewayError('BAD_REQUEST', 'Answers are read forwards only. Give first and after.');
        }
        return resolveCursorConnection<Promise<SurveyResponseModel[]>>(
          { ...pageOf(args), toCursor: ({ response }) => writeCursor(response) },
          async ({ after, limit }) => {
            const from = after === undefined ? {} : { after: readCursor(after) };
            const found = await answersIn(session, filter, { survey: survey.key, first: limit, ...from });
            return found.map((response) => new SurveyResponseModel(session, response));
          },
        );
      },
    },
    { description: 'A page of answers.' },
    { description: 'An answer with its cursor.' },
  ),
);

function writeCursor({ id, respondedAt }: ResponseRecord): string {
  return Buffer.from(`${respondedAt.toISOString()} ${id}`).toString('base64url');
}

function readCursor(cursor: string): { readonly respondedAt: Date; readonly id: string } {
  const [instant, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const respondedAt = new Date(instant ?? '');
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id) || Number.isNaN(respondedAt.getTime())) {
    throw foreignCursor();
  }
  return { respondedAt, id };
}
