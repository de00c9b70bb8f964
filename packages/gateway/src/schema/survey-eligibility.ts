import { builder } from './builder.ts';
import { Survey } from './survey.ts';

/** Days for which nobody is asked again after an answer. */
const restDays = 90;

const IneligibleReason = builder.enumType('IneligibleReason', {
  description: 'Why the viewer is not asked.',
  values: {
    CLOSED: { description: 'The survey takes no answers.' },
    ANSWERED: { description: `The viewer answered within the last ${restDays} days.` },
    NOBODY: { description: 'The token stands for no person: API keys are not asked.' },
  } as const,
});

interface EligibilityModel {
  readonly reason: 'CLOSED' | 'ANSWERED' | 'NOBODY' | null;
  readonly respondedAt: number | null;
}

const SurveyEligibility = builder.objectRef<EligibilityModel>('SurveyEligibility').implement({
  access: 'OF_PARENT',
  description: 'Whether the viewer is to be asked.',
  fields: (t) => ({
    eligible: t.boolean({ description: 'Whether to ask.', resolve: ({ reason }) => reason === null }),
    reason: t.expose('reason', { type: IneligibleReason, nullable: true, description: 'Why not.' }),
    respondedAt: t.expose('respondedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the viewer last answered.',
    }),
  }),
});

builder.objectField(Survey, 'eligibility', (t) =>
  t.field({
    type: SurveyEligibility,
    description: 'Whether the viewer is to be asked.',
    weight: 5,
    access: 'surveys:respond',
    extensions: { personal: true },
    resolve: async ({ session, survey }): Promise<EligibilityModel> => {
      const { subject } = session.viewer;
      if (subject === null) return { reason: 'NOBODY', respondedAt: null };
      const last = await session.store.lastResponse(survey.key, subject);
      const respondedAt = last?.respondedAt.getTime() ?? null;
      if (!survey.open) return { reason: 'CLOSED', respondedAt };
      const rested = respondedAt === null || session.now - respondedAt >= restDays * 86_400_000;
      return { reason: rested ? null : 'ANSWERED', respondedAt };
    },
  }),
);
