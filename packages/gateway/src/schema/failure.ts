import {
  BatchTooLargeError,
  type Failure as FailureError,
  IdempotencyConflictError,
  InvalidAnswerError,
  InvalidHealthModelError,
  SegmentInUseError,
  SurveyClosedError,
  SurveyNotFoundError,
} from '../errors/failure.ts';
import { builder } from './builder.ts';

/** What every expected failure has. */
export const Failure = builder.interfaceRef<FailureError>('Failure').implement({
  description: 'An expected failure. Nothing was written.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What happened and what to do, fit to be shown to a person.' }),
  }),
});

builder.objectType(InvalidAnswerError, {
  access: 'OF_PARENT',
  name: 'InvalidAnswerError',
  description: 'The answer cannot be taken as it is.',
  interfaces: [Failure],
  fields: (t) => ({ field: t.exposeString('field', { description: 'The input field that is wrong.' }) }),
});

builder.objectType(SurveyNotFoundError, {
  access: 'OF_PARENT',
  name: 'SurveyNotFoundError',
  description: 'There is no survey of that key.',
  interfaces: [Failure],
});

builder.objectType(SurveyClosedError, {
  access: 'OF_PARENT',
  name: 'SurveyClosedError',
  description: 'The survey takes no answers any more.',
  interfaces: [Failure],
});

builder.objectType(IdempotencyConflictError, {
  access: 'OF_PARENT',
  name: 'IdempotencyConflictError',
  description: 'The idempotency key came before with other content, which stands.',
  interfaces: [Failure],
});

builder.objectType(BatchTooLargeError, {
  access: 'OF_PARENT',
  name: 'BatchTooLargeError',
  description: 'The batch has more records than one call may write.',
  interfaces: [Failure],
});

builder.objectType(SegmentInUseError, {
  access: 'OF_PARENT',
  name: 'SegmentInUseError',
  description: 'Other segments name the one that was to be deleted.',
  interfaces: [Failure],
  fields: (t) => ({
    by: t.stringList({ description: 'Keys of the segments that name it.', resolve: ({ by }) => [...by] }),
  }),
});

builder.objectType(InvalidHealthModelError, {
  access: 'OF_PARENT',
  name: 'InvalidHealthModelError',
  description: 'The health model would give some account no band, two, or a score of nothing.',
  interfaces: [Failure],
});
