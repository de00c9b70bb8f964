import type { EventBatch } from '../subscriptions/event-source.ts';
import { followWorkspace } from '../subscriptions/follow-workspace.ts';
import { builder } from './builder.ts';
import { findSurvey, Survey, type SurveyModel } from './survey.ts';
import { responseInReach, SurveyResponse, SurveyResponseModel } from './survey-response.ts';

interface RespondedModel {
  readonly survey: SurveyModel;
  readonly response: SurveyResponseModel;
  readonly revision: string;
}

const SurveyRespondedEvent = builder.objectRef<RespondedModel>('SurveyRespondedEvent').implement({
  access: 'OF_PARENT',
  description: 'Somebody in the viewer’s reach responded to a survey.',
  fields: (t) => ({
    survey: t.expose('survey', { type: Survey, description: 'The survey, with the response in its score.' }),
    response: t.expose('response', { type: SurveyResponse, description: 'The response that was submitted.' }),
    revision: t.exposeString('revision', { description: 'The data revision that the response was written with.' }),
  }),
});

builder.subscriptionField('surveyResponded', (t) =>
  t.field({
    type: SurveyRespondedEvent,
    description:
      'Sends an event for every response in the viewer’s reach that is submitted, in their order; imported responses send none. Ends when the token expires or is revoked.',
    args: { survey: t.arg.string({ description: 'Key of the survey; every survey when left out.' }) },
    weight: 5,
    access: 'surveys:read',
    subscribe: async (_root, { survey }, context) => {
      return followWorkspace<RespondedModel>(context, {
        from: (await context.session()).ledger.revision,
        read: async (after, channel) => {
          const { responses, upTo, hasMore } = await channel.responsesSince(after);
          const asked = responses.filter((response) => survey == null || response.survey === survey);
          if (asked.length === 0) return { events: [], upTo, hasMore };
          // What is asked along with a response is at least as new as the response.
          channel.changed(asked.at(-1)?.revision ?? 0);
          const session = await context.freshSession();
          const surveys = new Map<string, SurveyModel | null>();
          const events: EventBatch<RespondedModel>['events'][number][] = [];
          for (const response of asked.filter((one) => responseInReach(session, one))) {
            const of = surveys.get(response.survey) ?? (await findSurvey(session, response.survey));
            surveys.set(response.survey, of);
            if (of === null) continue;
            const event = {
              survey: of,
              response: new SurveyResponseModel(session, response),
              revision: String(response.revision),
            };
            events.push({ id: { revision: response.revision, position: response.position }, event });
          }
          return { events, upTo, hasMore };
        },
      });
    },
    resolve: (event) => event,
  }),
);
