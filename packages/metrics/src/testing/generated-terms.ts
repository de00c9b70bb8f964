import fc from 'fast-check';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { policySwitches } from '../policy.ts';
import { recognise } from '../recognition/recognise.ts';
import { defaultRecognition, type Recognition, recognitionKeys } from '../recognition/recognition.ts';
import {
  type MeteredTerms,
  type RecurringTerms,
  type SubscriptionTerms,
  subscriptionStatuses,
} from '../recognition/subscription-terms.ts';
import { firstDay, rates } from './histories.ts';

const currency = fc.constantFrom('USD', 'USD', 'EUR', 'JPY');
const startsOn = fc.integer({ min: firstDay, max: firstDay + 700 });

const recurring: fc.Arbitrary<RecurringTerms> = fc
  .record({
    startsOn,
    days: fc.option(fc.integer({ min: 1, max: 400 })),
    // Few values, so that accounts often come back to what they paid before.
    annualMinor: fc.constantFrom(0, 1, 12_000, 35_820, 35_821, 1_200_000),
    currency,
    subscription: fc.constantFrom('s', 't', 'u'),
    status: fc.constantFrom('active', 'active', 'active', ...subscriptionStatuses),
    cancelledAfter: fc.option(fc.integer({ min: -60, max: 400 })),
    signedBefore: fc.option(fc.integer({ min: 0, max: 90 }), { freq: 2 }),
    discount: fc.option(
      fc.record({ share: fc.constantFrom(0, 1, 0.25, 1 / 3), days: fc.option(fc.integer({ min: -20, max: 300 })) }),
      { freq: 2 },
    ),
  })
  .map(({ days, cancelledAfter, signedBefore, discount, ...terms }) => {
    const from = terms.startsOn;
    return {
      kind: 'recurring',
      ...terms,
      endsOn: days === null ? null : from + days,
      cancelledOn: days === null || cancelledAfter === null ? null : from + Math.min(cancelledAfter, days),
      signedOn: signedBefore === null ? null : from - signedBefore,
      discount:
        discount === null
          ? null
          : {
              annualMinor: Math.floor(terms.annualMinor * discount.share),
              endsOn: discount.days === null ? null : from + discount.days,
            },
    };
  });

const charge: fc.Arbitrary<MeteredTerms> = fc
  .record({
    startsOn,
    days: fc.integer({ min: 1, max: 100 }),
    chargedMinor: fc.constantFrom(0, 1, 9_999, 31_000),
    currency,
  })
  .map(({ days, ...terms }) => ({ kind: 'metered', ...terms, endsOn: terms.startsOn + days }));

/** Subscriptions of one account as billing systems have them, overlapping as they like. */
export const generatedTerms: fc.Arbitrary<readonly SubscriptionTerms[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: recurring }, { weight: 1, arbitrary: charge }),
  { maxLength: 7 },
);

/** Any values of all the switches that decide what is recurring revenue. */
export const recognitions: fc.Arbitrary<Recognition> = fc
  .tuple(...recognitionKeys.map((key) => fc.constantFrom(...Object.keys(valuesOf(key)))))
  // Each switch took one of its own values, which forgets their types.
  .map((values) => Object.fromEntries(recognitionKeys.map((key, at) => [key, values[at]])) as unknown as Recognition);

/** The ledger of accounts under a recognition. */
export function recognisedLedger(
  accounts: readonly (readonly SubscriptionTerms[])[],
  recognition: Recognition = defaultRecognition,
): Ledger {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  accounts.forEach((terms, index) => {
    const found = recognise(terms, recognition, rates);
    const account = builder.addAccount({
      id: `id-${index}`,
      externalId: `a-${index}`,
      name: `Account ${index}`,
      traits: { plan: index % 2 === 0 ? 'Even' : 'Odd' },
      unconverted: found.unconverted.length > 0,
    });
    for (const { day, kind, amount } of found.movements) builder.addMovement(account, day, kind, amount);
    for (const commitment of found.commitments) builder.addCommitment(account, commitment);
  });
  return builder.build();
}

function valuesOf(key: keyof Recognition): Readonly<Record<string, string>> {
  return policySwitches.find((entry) => entry.key === key)?.values ?? {};
}
