import { randomBytes } from 'node:crypto';

const digitsEach = 16;
let random = '';
let used = 0;
let millisecond = 0;
let count = 0;
let time = '';

/**
 * A UUID of version 7: later ones sort after earlier ones of this process. Rows that are made together so lie together in
 * every index, where random ids would make each insertion visit a page of its own.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7
 */
export function timeOrderedId(): string {
  const now = Date.now();
  if (now > millisecond) beginMillisecond(now);
  // More than fit into one: the clock is taken ahead rather than waited for.
  else if (++count === 4_096) beginMillisecond(millisecond + 1);
  const tail = randomTail();
  const variant = '89ab'[Number.parseInt(tail.charAt(0), 16) & 3];
  const counter = count.toString(16).padStart(3, '0');
  return `${time}-7${counter}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`;
}

function beginMillisecond(now: number): void {
  millisecond = now;
  count = 0;
  const digits = now.toString(16).padStart(12, '0');
  time = `${digits.slice(0, 8)}-${digits.slice(8)}`;
}

function randomTail(): string {
  if (used >= random.length) {
    random = randomBytes(4_096).toString('hex');
    used = 0;
  }
  used += digitsEach;
  return random.slice(used - digitsEach, used);
}
