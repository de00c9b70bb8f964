import type { Viewer } from '../auth/viewer.ts';

/**
 * Tells viewers apart by what they may see, and not by who they are: two of the same rights are shown the same. What is added
 * to viewers is part of it.
 */
export function rightsOf({
  subject: _subject,
  expiresAt: _expiresAt,
  credential: _credential,
  holder: _holder,
  keyId: _keyId,
  ...rights
}: Viewer): string {
  return JSON.stringify(rights, (_, value) => (value instanceof Set ? [...value].sort() : value));
}

/**
 * A viewer with the rights of another and nobody's identity, for what is executed once and shown to many. Its `subject` throws:
 * a field that reads it has to be marked with the extension `personal`.
 */
export function anybodyWith(viewer: Viewer): Viewer {
  return Object.defineProperty({ ...viewer, expiresAt: null }, 'subject', {
    get: () => {
      throw new Error(
        'The subject was read in an execution that is shared by viewers. Mark the field with extensions: { personal: true }.',
      );
    },
  });
}
