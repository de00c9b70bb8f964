import type { AnswerBucket } from './generated/graphql.ts';

/** The groups that answers to an NPS survey fall in. */
export type NpsBucket = Extract<AnswerBucket, 'DETRACTOR' | 'PASSIVE' | 'PROMOTER'>;
