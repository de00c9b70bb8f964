import { describe, expect, it } from 'vitest';
import { formatDay } from '../calendar/day.ts';
import { metered, monthly, movementsInWords, workedRates } from '../testing/worked-terms.ts';
import { recognise } from './recognise.ts';
import {
  defaultRecognition,
  type Recognition,
  recognisesAlike,
  recognitionKeys,
  recognitionOf,
} from './recognition.ts';
import type { SubscriptionTerms } from './subscription-terms.ts';

type Outcome = readonly [Partial<Recognition>, readonly string[]];

// Prices are cents a month; what comes of them is worked out by hand, in cents a month too.
const worked: readonly (readonly [string, readonly SubscriptionTerms[], readonly Outcome[]])[] = [
  [
    'churnAt: cancelled on 10 February, paid until 1 April',
    [monthly('2025-01-01', '2025-04-01', 10_000, { cancelledOn: '2025-02-10' })],
    [
      [{ churnAt: 'endOfPaidPeriod' }, ['2025-01-01 NEW 10000', '2025-04-01 CHURN -10000']],
      [{ churnAt: 'cancellation' }, ['2025-01-01 NEW 10000', '2025-02-10 CHURN -10000']],
    ],
  ],
  [
    'churnAt: cancelled before the last change of it began, which then never counts',
    [
      monthly('2025-01-01', '2025-03-01', 10_000),
      monthly('2025-03-01', '2025-06-01', 8_000, { cancelledOn: '2025-02-10' }),
    ],
    [
      [
        { churnAt: 'endOfPaidPeriod' },
        ['2025-01-01 NEW 10000', '2025-03-01 CONTRACTION -2000', '2025-06-01 CHURN -8000'],
      ],
      [{ churnAt: 'cancellation' }, ['2025-01-01 NEW 10000', '2025-03-01 CHURN -10000']],
    ],
  ],
  [
    'pastDue: a payment is late in February',
    [
      monthly('2025-01-01', '2025-02-01', 5_000),
      monthly('2025-02-01', '2025-03-01', 5_000, { status: 'pastDue' }),
      monthly('2025-03-01', null, 5_000),
    ],
    [
      [{ pastDue: 'count' }, ['2025-01-01 NEW 5000']],
      [{ pastDue: 'drop' }, ['2025-01-01 NEW 5000', '2025-02-01 CHURN -5000', '2025-03-01 REACTIVATION 5000']],
    ],
  ],
  [
    'paused: the only subscription pauses, which is churn, and resumes',
    [
      monthly('2025-01-01', '2025-03-01', 5_000),
      monthly('2025-03-01', '2025-05-01', 5_000, { status: 'paused' }),
      monthly('2025-05-01', null, 6_000),
    ],
    [
      [{ paused: 'zero' }, ['2025-01-01 NEW 5000', '2025-03-01 CHURN -5000', '2025-05-01 REACTIVATION 6000']],
      [{ paused: 'count' }, ['2025-01-01 NEW 5000', '2025-05-01 EXPANSION 1000']],
    ],
  ],
  [
    'paused: one of two pauses, which is contraction and expansion of the account',
    [
      monthly('2025-01-01', null, 2_000, { subscription: 'other' }),
      monthly('2025-01-01', '2025-03-01', 5_000),
      monthly('2025-03-01', '2025-05-01', 5_000, { status: 'paused' }),
      monthly('2025-05-01', null, 5_000),
    ],
    [
      [{ paused: 'zero' }, ['2025-01-01 NEW 7000', '2025-03-01 CONTRACTION -5000', '2025-05-01 EXPANSION 5000']],
      [{ paused: 'count' }, ['2025-01-01 NEW 7000']],
    ],
  ],
  [
    'trial: fourteen days, then it converts at a lower price',
    [monthly('2025-01-06', '2025-01-20', 3_000, { status: 'trialing' }), monthly('2025-01-20', null, 2_500)],
    [
      [{ trial: 'exclude' }, ['2025-01-20 NEW 2500']],
      [{ trial: 'include' }, ['2025-01-06 NEW 3000', '2025-01-20 CONTRACTION -500']],
    ],
  ],
  [
    'discounts: a quarter off for three months',
    [monthly('2025-01-01', null, 4_000, { off: [1_000, '2025-04-01'] })],
    [
      [{ discounts: 'subtractWhileActive' }, ['2025-01-01 NEW 3000', '2025-04-01 EXPANSION 1000']],
      [{ discounts: 'subtractForeverOnly' }, ['2025-01-01 NEW 4000']],
      [{ discounts: 'ignore' }, ['2025-01-01 NEW 4000']],
    ],
  ],
  [
    'discounts: a quarter off for ever, until it ends',
    [monthly('2025-01-01', '2025-07-01', 4_000, { off: [1_000, null] })],
    [
      [{ discounts: 'subtractWhileActive' }, ['2025-01-01 NEW 3000', '2025-07-01 CHURN -3000']],
      [{ discounts: 'subtractForeverOnly' }, ['2025-01-01 NEW 3000', '2025-07-01 CHURN -3000']],
      [{ discounts: 'ignore' }, ['2025-01-01 NEW 4000', '2025-07-01 CHURN -4000']],
    ],
  ],
  [
    'discounts: one that outlasts the subscription, and one that ended before it began',
    [
      monthly('2025-01-01', '2025-03-01', 4_000, { off: [1_000, '2025-09-01'] }),
      monthly('2025-03-01', '2025-05-01', 4_000, { off: [1_000, '2025-02-01'] }),
    ],
    [
      [
        { discounts: 'subtractWhileActive' },
        ['2025-01-01 NEW 3000', '2025-03-01 EXPANSION 1000', '2025-05-01 CHURN -4000'],
      ],
      [{ discounts: 'ignore' }, ['2025-01-01 NEW 4000', '2025-05-01 CHURN -4000']],
    ],
  ],
  [
    // January has 31 of the 61 days, so $31 and $28 of the $61, and $2 fall to March. Four times a quarter's charges a year is a third a month.
    'metered: $61 for 1 January to 2 March, of which two days are March’s, and $29 for the rest of March',
    [metered('2025-01-01', '2025-03-03', 6_100), metered('2025-03-03', '2025-04-01', 2_900)],
    [
      [{ metered: 'exclude' }, []],
      [
        { metered: 'includeTrailingAverage' },
        [
          `2025-02-01 NEW ${3_100 / 3}`,
          `2025-03-01 EXPANSION ${2_800 / 3}`,
          `2025-04-01 EXPANSION ${3_100 / 3}`,
          `2025-05-01 CONTRACTION ${-3_100 / 3}`,
          `2025-06-01 CONTRACTION ${-2_800 / 3}`,
          `2025-07-01 CHURN ${-3_100 / 3}`,
        ],
      ],
    ],
  ],
  [
    // €100 at 1.10, 1.20 from 15 March, 1.00 from 1 June; €50 more on 1 April, when the rate is 1.20.
    'fx: €100 a month, €150 from 1 April',
    [
      monthly('2025-01-10', '2025-04-01', 10_000, { currency: 'EUR' }),
      monthly('2025-04-01', '2025-08-01', 15_000, { currency: 'EUR' }),
    ],
    [
      [{ fx: 'rateAtMovement' }, ['2025-01-10 NEW 11000', '2025-04-01 EXPANSION 6000', '2025-08-01 CHURN -17000']],
      [
        { fx: 'revalueMonthly' },
        [
          '2025-01-10 NEW 11000',
          '2025-04-01 FX 1000',
          '2025-04-01 EXPANSION 6000',
          '2025-06-01 FX -3000',
          '2025-08-01 CHURN -15000',
        ],
      ],
    ],
  ],
  [
    // ¥10,000 at 0.0070 is $70.00, at 0.0065 $65.00: yen have no cents. It is cancelled on the first of a month.
    'fx: ¥10,000 a month, leaving on the day of a revaluation',
    [monthly('2025-01-10', '2025-03-01', 10_000, { currency: 'JPY' })],
    [
      [{ fx: 'rateAtMovement' }, ['2025-01-10 NEW 7000', '2025-03-01 CHURN -7000']],
      [{ fx: 'revalueMonthly' }, ['2025-01-10 NEW 7000', '2025-03-01 FX -500', '2025-03-01 CHURN -6500']],
    ],
  ],
  [
    // 10.000 dinars are 10,000 fils: $32.50 at 3.25, $33.00 at 3.30.
    'fx: 10.000 Kuwaiti dinars a month',
    [monthly('2025-01-10', null, 10_000, { currency: 'KWD' })],
    [
      [{ fx: 'rateAtMovement' }, ['2025-01-10 NEW 3250']],
      [{ fx: 'revalueMonthly' }, ['2025-01-10 NEW 3250', '2025-02-01 FX 50']],
    ],
  ],
];

describe('recognise', () => {
  for (const [title, terms, outcomes] of worked) {
    it.each(outcomes)(`${title} (%j)`, (recognition, expected) => {
      expect(movementsInWords(terms, recognition)).toEqual(expected);
      expect(movementsInWords([...terms].reverse(), recognition)).toEqual(expected);
    });
  }

  it('tells every switch by at least two values with different outcomes', () => {
    for (const key of recognitionKeys) {
      const told = worked.flatMap(([, , outcomes]) =>
        outcomes.flatMap(([recognition, movements]) => (key in recognition ? [JSON.stringify(movements)] : [])),
      );
      expect(new Set(told).size, key).toBeGreaterThan(1);
    }
  });

  it('freezes a foreign amount within a month, and revalues it on the first after', () => {
    const terms = [
      monthly('2025-02-01', '2025-03-20', 10_000, { currency: 'EUR' }),
      monthly('2025-03-20', null, 5_000, { currency: 'EUR' }),
    ];
    expect(movementsInWords(terms, { fx: 'revalueMonthly' })).toEqual([
      '2025-02-01 NEW 11000',
      '2025-03-20 CONTRACTION -5500',
      '2025-04-01 FX 500',
      '2025-06-01 FX -1000',
    ]);
  });

  it('says which currency it leaves out, and asks for no rate of what does not count', () => {
    const trial = monthly('2025-01-01', null, 100, { currency: 'CHF', status: 'trialing' });
    expect(recognise([trial], defaultRecognition, workedRates).unconverted).toEqual([]);
    expect(recognise([trial], { ...defaultRecognition, trial: 'include' }, workedRates).unconverted).toEqual(['CHF']);
  });

  it('takes its own part out of a policy, and tells two apart', () => {
    expect(recognitionOf({ ...defaultRecognition, minimumSample: 3 } as Recognition)).toEqual(defaultRecognition);
    expect(recognisesAlike(defaultRecognition, { ...defaultRecognition })).toBe(true);
    expect(recognisesAlike(defaultRecognition, { ...defaultRecognition, fx: 'revalueMonthly' })).toBe(false);
  });
});

describe('commitments', () => {
  function commitments(terms: readonly SubscriptionTerms[], recognition: Partial<Recognition> = {}): readonly string[] {
    return recognise(terms, { ...defaultRecognition, ...recognition }, workedRates).commitments.map(
      ({ day, setToCancel, signed }) => `${formatDay(day)} ${setToCancel / 12} ${signed / 12}`,
    );
  }

  it('hold what is set to cancel from the day somebody asked until it ends', () => {
    const terms = [
      monthly('2025-01-01', '2025-07-01', 10_000, { cancelledOn: '2025-03-10' }),
      monthly('2025-01-01', null, 5_000, { subscription: 'other' }),
    ];
    expect(commitments(terms)).toEqual(['2025-03-10 10000 0', '2025-07-01 0 0']);
    expect(commitments(terms, { churnAt: 'cancellation' })).toEqual([]);
  });

  it('follow a discount that ends while it is set to cancel, and nothing that does not count', () => {
    const terms = [
      monthly('2025-01-01', '2025-07-01', 4_000, { cancelledOn: '2025-02-01', off: [1_000, '2025-04-01'] }),
    ];
    expect(commitments(terms)).toEqual(['2025-02-01 3000 0', '2025-04-01 4000 0', '2025-07-01 0 0']);
    const paused = [monthly('2025-01-01', '2025-07-01', 4_000, { cancelledOn: '2025-02-01', status: 'paused' })];
    expect(commitments(paused)).toEqual([]);
  });

  it('hold the share of a foreign amount at the rate it is booked at', () => {
    const terms = [
      monthly('2025-01-10', '2025-08-01', 10_000, { currency: 'EUR', cancelledOn: '2025-02-01' }),
      monthly('2025-04-01', null, 10_000, { currency: 'EUR', subscription: 'other' }),
    ];
    expect(commitments(terms)).toEqual(['2025-02-01 11000 0', '2025-04-01 11500 0', '2025-08-01 0 0']);
    expect(commitments(terms, { fx: 'revalueMonthly' })).toEqual([
      '2025-02-01 11000 0',
      '2025-04-01 12000 0',
      '2025-06-01 10000 0',
      '2025-08-01 0 0',
    ]);
  });

  it('hold what is signed until it starts, and a change of a subscription by its difference', () => {
    expect(commitments([monthly('2025-06-01', null, 10_000, { signedOn: '2025-04-15' })])).toEqual([
      '2025-04-15 0 10000',
      '2025-06-01 0 0',
    ]);
    const upgrade = [
      monthly('2025-01-01', '2025-06-01', 10_000),
      monthly('2025-06-01', '2025-09-01', 15_000, { signedOn: '2025-04-15' }),
      monthly('2025-09-01', null, 12_000, { signedOn: '2025-05-15' }),
    ];
    expect(commitments(upgrade)).toEqual([
      '2025-04-15 0 5000',
      '2025-05-15 0 2000',
      '2025-06-01 0 -3000',
      '2025-09-01 0 0',
    ]);
  });

  it('count what follows upon something set to cancel in full', () => {
    const terms = [
      monthly('2025-01-01', '2025-06-01', 10_000, { cancelledOn: '2025-05-01' }),
      monthly('2025-06-01', null, 4_000, { signedOn: '2025-04-15' }),
    ];
    expect(commitments(terms)).toEqual(['2025-04-15 0 -6000', '2025-05-01 10000 4000', '2025-06-01 0 0']);
  });

  it('forget what was signed and then cancelled before it began', () => {
    const terms = [monthly('2025-06-01', '2025-09-01', 4_000, { signedOn: '2025-04-15', cancelledOn: '2025-05-01' })];
    expect(commitments(terms)[1]).toBe('2025-05-01 0 0');
  });
});
