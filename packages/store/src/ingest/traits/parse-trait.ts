import { type Day, formatDay } from '@plimsoll/metrics';
import { optionalText, requiredDay, requiredId } from '../fields.ts';
import { Rejection } from '../rejection.ts';

/** The name of a trait. @throws Rejection */
export function traitKey(value: unknown, field: string): string {
  return requiredId(value, field, 'The name of a trait');
}

/** A trait's value, `null` for none: blank takes the trait away. @throws Rejection */
export function traitValue(value: unknown, field: string, key: string): string | null {
  return optionalText(value, field, `The trait "${key}"`, 500) ?? null;
}

/** The day a trait holds from, which must have come. @throws Rejection */
export function traitDay(value: unknown, field: string, today: Day): Day {
  const day = requiredDay(value, field, 'The day that a trait holds from');
  if (day > today) {
    throw new Rejection(
      field,
      `The day that a trait holds from, ${formatDay(day)}, is still to come, and traits are what accounts are. Send it on that day.`,
    );
  }
  return day;
}
