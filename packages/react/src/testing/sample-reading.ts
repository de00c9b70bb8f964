import type {
  DefinitionPartsFragment,
  PeriodPartsFragment,
  ReadingPartsFragment,
  SeriesPartsFragment,
} from '@plimsoll/client';

/** Twelve months to the end of October 2026. */
export const lastTwelveMonths: PeriodPartsFragment = {
  start: '2025-11-01',
  end: '2026-11-01',
  open: false,
  daysLeft: 0,
  unit: 'MONTH',
  count: 12,
};

/** A calendar month, `2026-10`; `open` makes it the current one. */
export function month(key: string, open = false): PeriodPartsFragment {
  const [year = 0, number = 0] = key.split('-').map(Number);
  const end = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
  return { start: `${key}-01`, end, open, daysLeft: open ? 11 : 0, unit: 'MONTH', count: 1 };
}

const definition: DefinitionPartsFragment = {
  key: 'NRR',
  name: 'Net revenue retention',
  shortName: 'NRR',
  formula: '(start + expansion − contraction − churn) ÷ start',
  unit: 'FRACTION',
  family: 'REVENUE',
  balance: false,
  policySwitches: ['nrrMethod', 'nrrReactivation'],
  undefinedReasons: [
    {
      reason: 'NO_BASE',
      title: 'No customers at the start',
      explanation: 'Nobody paid when the period began, so nothing could be kept.',
    },
    {
      reason: 'NO_LOSSES',
      title: 'No losses in this period',
      explanation: 'Nothing churned or contracted, so the ratio has no base. It returns with the first loss.',
    },
  ],
};

const usd = (amount: string) => ({ amount, currency: 'USD' });

/** A complete reading of net revenue retention, 104.2%, to be changed field by field. */
export const nrrReading: ReadingPartsFragment = {
  definition,
  period: lastTwelveMonths,
  value: 1.042,
  money: null,
  reason: null,
  terms: [
    {
      key: 'start',
      label: 'Start, 412 accounts',
      side: 'NUMERATOR',
      sign: 'PLUS',
      unit: 'MONEY',
      value: 1_204_300,
      money: usd('1204300.00'),
    },
    {
      key: 'expansion',
      label: 'Expansion',
      side: 'NUMERATOR',
      sign: 'PLUS',
      unit: 'MONEY',
      value: 182_100,
      money: usd('182100.00'),
    },
    {
      key: 'contraction',
      label: 'Contraction',
      side: 'NUMERATOR',
      sign: 'MINUS',
      unit: 'MONEY',
      value: 34_400,
      money: usd('34400.00'),
    },
    {
      key: 'churn',
      label: 'Churn',
      side: 'NUMERATOR',
      sign: 'MINUS',
      unit: 'MONEY',
      value: 97_120,
      money: usd('97120.00'),
    },
    {
      key: 'start',
      label: 'Start',
      side: 'DENOMINATOR',
      sign: 'PLUS',
      unit: 'MONEY',
      value: 1_204_300,
      money: usd('1204300.00'),
    },
  ],
  factors: [],
  previous: { period: { ...lastTwelveMonths, start: '2024-11-01', end: '2025-11-01' }, value: 1.011, revision: '42' },
  change: { absolute: 0.031, relative: 0.0307, direction: 'UP', assessment: 'BETTER', withinMargin: false },
  status: 'GOOD',
  sampleSize: null,
  marginOfError: null,
  lowSample: false,
  coverage: 1,
  excluded: [{ reason: 'TRIAL', explanation: 'Accounts on trial', count: 9 }],
  policy: {
    summary: [
      { key: 'nrrMethod', value: 'periodic', label: 'How NRR is computed', isDefault: true },
      { key: 'nrrReactivation', value: 'include', label: 'Returning customers', isDefault: false },
      { key: 'npsAnswer', value: 'latestPerRespondent', label: 'Which answers count', isDefault: true },
    ],
  },
  revision: '42',
  asOf: '2026-11-21T09:00:00Z',
};

/** The reading with another definition. */
export function readingOf(
  changes: Partial<DefinitionPartsFragment>,
  reading: Partial<Omit<ReadingPartsFragment, 'definition'>>,
): ReadingPartsFragment {
  return { ...nrrReading, ...reading, definition: { ...definition, ...changes } };
}

/** A monthly series that ends in October 2026, or in the open November where `lastOpen`. */
export function seriesOf(values: readonly (number | null)[], lastOpen = false, asMoney = false): SeriesPartsFragment {
  const points = values.map((value, index) => {
    const number = (lastOpen ? 11 : 10) - (values.length - 1 - index);
    const key = number > 0 ? `2026-${String(number).padStart(2, '0')}` : `2025-${String(number + 12).padStart(2, '0')}`;
    return {
      period: month(key, lastOpen && index === values.length - 1),
      value,
      money: asMoney && value !== null ? usd(value.toFixed(2)) : null,
      reason: value === null ? ('NO_BASE' as const) : null,
      sampleSize: null,
      marginOfError: null,
    };
  });
  return { granularity: 'MONTH', revision: '42', points };
}

/** Net revenue retention over twelve months, crossing 100%. */
export const nrrSeries = seriesOf([0.962, 0.97, 0.964, 0.988, 0.991, 1.004, 0.998, 1.012, 1.024, 1.02, 1.036, 1.042]);
