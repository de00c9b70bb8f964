import {
  type Day,
  type Period as PeriodModel,
  type PeriodSpec,
  periodLabel,
  periodUnits,
  resolvePeriod,
  type PeriodUnit as Unit,
} from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import { builder } from './builder.ts';

const described: Readonly<Record<Unit, string>> = {
  DAY: 'A day.',
  WEEK: 'A week from Monday.',
  MONTH: 'A calendar month.',
  QUARTER: 'A calendar quarter.',
  YEAR: 'A calendar year.',
  FISCAL_QUARTER: 'A quarter of the workspace’s fiscal year.',
  FISCAL_YEAR: 'A fiscal year of the workspace.',
};

/** Calendar units of periods and series. */
export const PeriodUnit = builder.enumType('PeriodUnit', {
  description:
    'A calendar unit. Weeks begin on Monday, fiscal years in the month that the workspace says (`Workspace.fiscalYearStartsIn`).',
  // Object.fromEntries forgets which keys it was given.
  values: Object.fromEntries(
    periodUnits.map((unit) => [unit, { value: unit, description: described[unit] }]),
  ) as Record<Unit, { value: Unit; description: string }>,
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
  description:
    'A period, named in exactly one way. Periods are half-open, in the workspace’s time zone and at most 50 years long.',
  isOneOf: true,
  fields: (t) => ({
    last: t.field({ type: LastPeriods, description: 'The last complete calendar units.' }),
    current: t.field({ type: PeriodUnit, description: 'The unfinished unit that holds today.' }),
    month: t.field({ type: 'Month', description: 'A calendar month.' }),
    year: t.int({ description: 'A calendar year.' }),
    fiscalYear: t.int({
      description: 'A fiscal year of the workspace, by the calendar year in which it ends: 2026 for FY2026.',
    }),
    range: t.field({ type: DateRange, description: 'Explicit days.' }),
  }),
});

/** A resolved period. */
export const Period = builder.objectRef<PeriodModel & { readonly today: Day }>('Period').implement({
  access: 'OF_PARENT',
  description: 'A half-open span of days in the workspace’s time zone.',
  fields: (t) => ({
    start: t.expose('start', { type: 'Date', description: 'The first day.' }),
    end: t.expose('end', { type: 'Date', description: 'The first day that no longer belongs to it.' }),
    open: t.exposeBoolean('open', { description: 'Whether it is unfinished, so that its numbers can still change.' }),
    daysLeft: t.int({
      description: 'Days until it is finished; 0 for a finished one.',
      resolve: ({ end, open, today }) => (open ? end - today : 0),
    }),
    label: t.string({
      nullable: true,
      description:
        'Its name, where it is one calendar unit: 2026-11-21, 2026-W47, 2026-11, 2026-Q4, 2026, FY2026-Q1 or FY2026. A fiscal year is named for the calendar year in which it ends.',
      resolve: async (period, _args, context) =>
        periodLabel(period, (await context.session()).workspace.fiscalYearStartsIn),
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

/** What a period is counted from. */
interface Calendar {
  readonly today: Day;
  readonly workspace: { readonly fiscalYearStartsIn: number };
}

/** Resolves a caller's period, or the one a metric is read over when none was named. */
export function periodFrom(
  input: PeriodInputShape | null | undefined,
  fallback: PeriodSpec,
  { today, workspace }: Calendar,
): PeriodModel {
  return resolvePeriod(input == null ? fallback : specOf(input), today, workspace.fiscalYearStartsIn);
}

function specOf(input: PeriodInputShape): PeriodSpec {
  const { last, current, month, year, fiscalYear, range } = input;
  if (last != null) return { kind: 'last', count: last.count, unit: last.unit, includeCurrent: last.includeCurrent };
  if (current != null) return { kind: 'current', unit: current };
  if (month != null) return { kind: 'month', month };
  if (year != null) return { kind: 'year', year };
  if (fiscalYear != null) return { kind: 'fiscalYear', year: fiscalYear };
  if (range != null) return { kind: 'range', start: range.start, end: range.end };
  throw new GatewayError(
    'BAD_REQUEST',
    'The period names nothing. Give one of last, current, month, year, fiscalYear or range.',
  );
}
