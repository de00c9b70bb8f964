/** The root of failures that a mutation expects and returns as data. */
export abstract class Failure extends Error {
  override readonly name: string = 'Failure';
}

/** An answer that cannot be taken as it is. */
export class InvalidAnswerError extends Failure {
  override readonly name = 'InvalidAnswerError';
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** There is no survey of that key. */
export class SurveyNotFoundError extends Failure {
  override readonly name = 'SurveyNotFoundError';
}

/** The survey takes no answers any more. */
export class SurveyClosedError extends Failure {
  override readonly name = 'SurveyClosedError';
}

/** The idempotency key was used before, for something else. */
export class IdempotencyConflictError extends Failure {
  override readonly name = 'IdempotencyConflictError';
}

/** A batch of more records than one call may write. */
export class BatchTooLargeError extends Failure {
  override readonly name = 'BatchTooLargeError';
}

/** Other segments name the one that was to be deleted. */
export class SegmentInUseError extends Failure {
  override readonly name = 'SegmentInUseError';
  readonly by: readonly string[];

  constructor(message: string, by: readonly string[]) {
    super(message);
    this.by = by;
  }
}

/** A health model that would give some account no band, two, or a score of nothing. */
export class InvalidHealthModelError extends Failure {
  override readonly name = 'InvalidHealthModelError';
}

/** A lifecycle whose stages cannot be told apart, or cannot be meant. */
export class InvalidLifecycleError extends Failure {
  override readonly name = 'InvalidLifecycleError';
}

/** A setting of the workspace that makes no sense. */
export class InvalidSettingError extends Failure {
  override readonly name = 'InvalidSettingError';
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** The workspace has as many active keys of a kind as it may. */
export class KeyLimitError extends Failure {
  override readonly name = 'KeyLimitError';
}

/** The API key of the request was to revoke itself. */
export class OwnKeyError extends Failure {
  override readonly name = 'OwnKeyError';
}
