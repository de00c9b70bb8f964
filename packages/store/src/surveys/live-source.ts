/** The source of responses that were submitted to us; their external ids are made from respondent and idempotency key. */
export const liveSource = 'plimsoll';
