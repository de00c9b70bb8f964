import { type Day, type Period as PeriodModel, type PeriodSpec, periodUnits, resolvePeriod } from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { builder } from './builder.ts';

/** Calendar units of periods and series. */
export const PeriodUnit = builder.enumType('PeriodUnit', {
  description: 'A calendar unit. Weeks begin on Monday.',
  values: Object.fromEntries(
    periodUnits.map((unit) => [unit, { value: unit, description: `A calendar ${unit.toLowerCase()}.` }]),
  ) as Record<(typeof periodUnits)[number], { value: (typeof periodUnits)[number]; description: string }>,
});

const LastPeriods = builder.inputType('LastPeriods', {
  description: 'The last complete calendar units before today.',
  fields: (t) => ({
    count: t.int({ required: true, description: 'How many, 1 or more.' }),
    unit: t.field({ type: PeriodUnit, required: true, description: 'Of what.' }),
    includeCurrent: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether the unfinished unit that holds today is the last of them.',
    }),
  }),
});

const DateRange = builder.inputType('DateRange', {
  description: 'Days from `start` up to, but not including, `end`.',
  fields: (t) => ({
    start: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    end: t.field({ type: 'Date', required: true, description: 'The first day that no longer belongs to it.' }),
  }),
});

/** How a caller names a period. */
export const PeriodInput = builder.inputType('PeriodInput', {
  description: 'A period, named in exactly one way. Periods are half-open and in the workspace’s time zone.',
  isOneOf: true,
  fields: (t) => ({
    last: t.field({ type: LastPeriods, description: 'The last complete calendar units.' }),
    current: t.field({ type: PeriodUnit, description: 'The unfinished unit that holds today.' }),
    month: t.field({ type: 'Month', description: 'A calendar month.' }),
    year: t.int({ description: 'A calendar year.' }),
    range: t.field({ type: DateRange, description: 'Explicit days.' }),
  }),
});

/** A resolved period. */
export const Period = builder.objectRef<PeriodModel & { readonly today: Day }>('Period').implement({
  description: 'A half-open span of days in the workspace’s time zone.',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'The first day.' }),
    end: t.expose('end', { type: 'Date', description: 'The first day that no longer belongs to it.' }),
    open: t.exposeBoolean('open', { description: 'Whether it is unfinished, so that its numbers can still change.' }),
    daysLeft: t.int({
      description: 'Days until it is finished; 0 for a finished one.',
      resolve: ({ end, open, today }) => (open ? end - today : 0),
    }),
    unit: t.expose('unit', {
      type: PeriodUnit,
      nullable: true,
      description: 'Its calendar unit, where it is a whole number of them.',
    }),
    count: t.exposeInt('count', { nullable: true, description: 'How many of its calendar unit.' }),
  }),
});

type PeriodInputShape = typeof PeriodInput.$inferInput;

/** Resolves a caller's period, or the one a metric is read over when none was named. */
export function periodFrom(input: PeriodInputShape | null | undefined, fallback: PeriodSpec, today: Day): PeriodModel {
  return resolvePeriod(input === null || input === undefined ? fallback : specOf(input), today);
}

function specOf(input: PeriodInputShape): PeriodSpec {
  const { last, current, month, year, range } = input;
  if (last != null) return { kind: 'last', count: last.count, unit: last.unit, includeCurrent: last.includeCurrent };
  if (current != null) return { kind: 'current', unit: current };
  if (month != null) return { kind: 'month', month };
  if (year != null) return { kind: 'year', year };
  if (range != null) return { kind: 'range', start: range.start, end: range.end };
  throw new GatewayError('BAD_REQUEST', 'The period names nothing. Give one of last, current, month, year or range.');
}
