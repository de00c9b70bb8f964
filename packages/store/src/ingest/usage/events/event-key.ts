import { hash } from 'node:crypto';

/** The key that an event of a source is stored under: as many bytes for every id, and no two ids share one. */
export function eventKey(source: string, eventId: string): string {
  // No source holds a NUL, so that no two pairs make the same text.
  const digest = sha256(`${source}\0${eventId}`);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`;
}

/** The number that a session id is stored as. It has only to tell apart the sessions of one user on one day. */
export function sessionKey(sessionId: string): number {
  return Number.parseInt(sha256(sessionId).slice(0, 12), 16);
}

function sha256(text: string): string {
  return hash('sha256', text);
}
