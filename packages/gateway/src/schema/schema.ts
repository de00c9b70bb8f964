import './scalars.ts';
import './viewer.ts';
import './account.ts';
import './account-health.ts';
import './portfolio.ts';
import './contributor.ts';
import './movement-report.ts';
import './breakdown.ts';
import './cohort.ts';
import './survey.ts';
import './survey-response.ts';
import './survey-eligibility.ts';
import './failure.ts';
import './submit-survey-response.ts';
import './record-survey-exposure.ts';
import './survey-responded.ts';
import './write/upsert-accounts.ts';
import './write/upsert-people.ts';
import './write/upsert-subscriptions.ts';
import './write/upsert-costs.ts';
import './write/set-exchange-rates.ts';
import './write/report-numbers.ts';
import './write/upsert-surveys.ts';
import './write/upsert-survey-responses.ts';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';

/** The executable schema: every file of this folder registers its types with the builder. */
export const schema: GraphQLSchema = builder.toSchema();
