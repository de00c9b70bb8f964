import { type Day, dayOf, parseDay } from '@plimsoll/metrics';
import { isStorable } from '../schema/storable-text.ts';
import { Rejection } from './rejection.ts';

const longestId = 255;
const longestText = 2_000;
const firstDay = dayOf(1900, 1, 1);
const lastDay = dayOf(2200, 1, 1);
const isoInstant = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A text that must be there: 1…255 characters, nothing but blanks is nothing. */
export function requiredId(value: unknown, field: string, what: string): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new Rejection(field, `${what} is missing. Give it, so that the record is found again next time.`);
  }
  return checkText(value, field, what, longestId);
}

/** A text that may be absent; blank counts as absent. */
export function optionalText(value: unknown, field: string, what: string, longest = longestText): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw new Rejection(field, `${what} is not a text. Give a text, or leave it out.`);
  return checkText(value, field, what, longest);
}

/** A text that must be there, to be shown to people. */
export function requiredText(value: unknown, field: string, what: string): string {
  const text = optionalText(value, field, what);
  if (text === undefined) throw new Rejection(field, `${what} is missing. Give it, people are to read it.`);
  return text;
}

function checkText(text: string, field: string, what: string, longest: number): string {
  if (text.length > longest) {
    throw new Rejection(field, `${what} has ${text.length} characters and ${longest} is the most. Shorten it.`);
  }
  if (!isStorable(text)) {
    throw new Rejection(field, `${what} holds a NUL or half a character, which cannot be stored. Remove it.`);
  }
  return text;
}

/** A real calendar day from 1900 to 2199. */
export function requiredDay(value: unknown, field: string, what: string): Day {
  const day = typeof value === 'string' ? parseDay(value) : undefined;
  if (day === undefined) {
    throw new Rejection(
      field,
      `${what} "${String(value)}" is not a day of the calendar. Write year, month and day, such as 2026-11-21.`,
    );
  }
  // A year such as 0206 or 20026 is a slip of the keyboard, and would stretch every series.
  if (typeof value !== 'string' || value < '1900' || day < firstDay || day >= lastDay) {
    throw new Rejection(field, `${what} "${String(value)}" is not between 1900 and 2199. Check the year.`);
  }
  return day;
}

/** A day that may be absent; blank counts as absent. */
export function optionalDay(value: unknown, field: string, what: string): Day | null {
  return value === undefined || value === null || value === '' ? null : requiredDay(value, field, what);
}

/** An instant with its offset, as milliseconds since 1970-01-01T00:00Z. */
export function requiredInstant(value: unknown, field: string, what: string): number {
  const match = typeof value === 'string' ? isoInstant.exec(value) : null;
  const instant = match === null || typeof value !== 'string' ? Number.NaN : Date.parse(value);
  if (match === null || Number.isNaN(instant)) {
    throw new Rejection(
      field,
      `${what} "${String(value)}" is not an instant. Write day, time and offset, such as 2026-11-21T09:30:00Z.`,
    );
  }
  requiredDay(match[1], field, what);
  return instant;
}

/** A whole number from `least` on. */
export function wholeNumber(value: unknown, field: string, what: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    throw new Rejection(
      field,
      `${what} is ${String(value)}. Give a whole number from ${least} to ${most.toLocaleString('en')}.`,
    );
  }
  return value;
}

/** A number, negative ones and fractions among them: 0, or 10⁻¹² to 10¹⁵, so that no quotient of two runs out of doubles. */
export function plainNumber(value: unknown, field: string, what: string): number {
  if (typeof value !== 'number' || !(value === 0 || (Math.abs(value) >= 1e-12 && Math.abs(value) <= 1e15))) {
    throw new Rejection(field, `${what} is ${String(value)}. Give a plain number of at most 15 digits, such as 12.5.`);
  }
  return value;
}
