import type { Keeping } from '../transactions/writing-session.ts';
import type { Submitted } from './submit-response.ts';

/** Stores the result of an accepted response for its idempotency key; a refusal is tried again when it is sent again. */
export const keepingSubmissions: Keeping<Submitted> = {
  isKept: ({ kind }) => kind === 'accepted',
  revive: (stored) =>
    stored.kind === 'accepted'
      ? { ...stored, response: { ...stored.response, respondedAt: new Date(stored.response.respondedAt) } }
      : stored,
};
