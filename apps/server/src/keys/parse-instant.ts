import { UsageError } from '../cli/command-error.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const days = /^(\d{1,5})d$/;

/**
 * Parses when a key expires: after a number of days (`90d`), at the beginning of a day in UTC (`2027-01-31`) or at an instant
 * (`2027-01-31T09:00:00Z`).
 *
 * @returns milliseconds since 1970
 * @throws UsageError for anything else
 */
export function parseExpiry(text: string, now: number): number {
  const count = days.exec(text)?.[1];
  const expiresAt = count === undefined ? parsed(text) : now + Number(count) * 86_400_000;
  if (expiresAt !== undefined) return expiresAt;
  throw new UsageError(
    `"${text}" does not say when the key expires. No key was created. Give a number of days, such as 90d, a day, such as 2027-01-31, or an instant, such as 2027-01-31T09:00:00Z.`,
  );
}

/**
 * Parses an instant with its offset (`2026-11-28T10:00:00Z`) or the beginning of a day in UTC (`2026-11-28`).
 *
 * @returns milliseconds since 1970
 * @throws UsageError for anything else
 */
export function parseInstant(text: string): number {
  const found = parsed(text);
  if (found !== undefined) return found;
  throw new UsageError(
    `"${text}" is not an instant. Nothing was revoked. Give one with its offset, such as 2026-11-28T10:00:00Z, or a day, such as 2026-11-28.`,
  );
}

function parsed(text: string): number | undefined {
  if (!day.test(text) && !instant.test(text)) return undefined;
  const found = Date.parse(text);
  const [year = 0, month = 0, date = 0] = text.slice(0, 10).split('-').map(Number);
  // Date.parse takes a 30 February for a day of March.
  const exists = new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
  return Number.isNaN(found) || !exists ? undefined : found;
}
