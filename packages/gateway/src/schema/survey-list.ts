import { surveyScopes } from '../access/access-rule.ts';
import { builder } from './builder.ts';
import { pageCost, pageOfList } from './page.ts';
import { Survey, SurveyModel } from './survey.ts';
import { SurveyKind } from './survey-kind.ts';

builder.queryField('surveys', (t) =>
  t.connection(
    {
      access: { anyOf: surveyScopes },
      type: Survey,
      description: 'The surveys, by key. Without `surveys:read` only the open ones, which can be responded to.',
      args: {
        kind: t.arg({ type: SurveyKind, description: 'Only of this kind.' }),
        open: t.arg.boolean({ description: 'Only those that take answers, or only those that do not.' }),
      },
      weight: (args) => ({ field: 5, multiplier: pageCost(args) }),
      resolve: async (_root, { kind, open, ...page }, context) => {
        const session = await context.session();
        // Who may only respond is shown what can be responded to.
        const wanted = session.viewer.scopes.has('surveys:read') ? open : true;
        const surveys = (await session.store.surveys()).filter(
          ({ scale, open: takes }) => (kind == null || scale.kind === kind) && (wanted == null || takes === wanted),
        );
        return pageOfList(
          page,
          surveys.map((survey) => new SurveyModel(session, survey)),
        );
      },
    },
    {
      description: 'A page of surveys.',
      fields: (connection) => ({
        totalCount: connection.int({
          description: 'How many surveys there are in all.',
          resolve: (found) => found.totalCount,
        }),
      }),
    },
    { description: 'A survey with its cursor.' },
  ),
);
