/** The source of responses that were submitted to us; their external ids are idempotency keys. */
export const liveSource = 'plimsoll';
