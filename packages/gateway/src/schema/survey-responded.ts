import { workspaceChanges } from '../subscriptions/workspace-changes.ts';
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
  description: 'Somebody in the viewer’s reach answered a survey.',
  fields: (t) => ({
    survey: t.expose('survey', { type: Survey, description: 'The survey, with the answer in its score.' }),
    response: t.expose('response', { type: SurveyResponse, description: 'The answer.' }),
    revision: t.exposeString('revision', { description: 'The data revision with this answer in it.' }),
  }),
});

builder.subscriptionField('surveyResponded', (t) =>
  t.field({
    type: SurveyRespondedEvent,
    description: 'Tells of every answer in the viewer’s reach. Ends when the token expires.',
    args: { survey: t.arg.string({ description: 'Key of the survey; every survey when left out.' }) },
    weight: 5,
    access: 'surveys:read',
    subscribe: (_root, { survey }, context) => {
      return workspaceChanges(context, async (change): Promise<RespondedModel | null> => {
        if (change.kind !== 'response' || change.responseId === undefined) return null;
        // A session of its own, so that what is asked along with the answer is as new as the answer.
        const session = await context.freshSession();
        const response = await session.store.response(change.responseId);
        if (response === null || !responseInReach(session, response)) return null;
        if (survey != null && response.survey !== survey) return null;
        const asked = await findSurvey(session, response.survey);
        return asked === null
          ? null
          : { survey: asked, response: new SurveyResponseModel(session, response), revision: change.revision };
      });
    },
    resolve: (event) => event,
  }),
);
