import { inventAddOn } from './add-on.ts';
import { inventAnswers } from './answers.ts';
import { Commentator } from './comments.ts';
import { inventContract } from './contract.ts';
import type {
  DemoAccount,
  DemoExposure,
  DemoNumber,
  DemoPerson,
  DemoRecords,
  DemoResponse,
  DemoSubscription,
} from './demo-records.ts';
import { inventExchangeRates } from './exchange-rates.ts';
import { inventLife } from './life.ts';
import { inventNumbers } from './monthly-numbers.ts';
import { inventPeople } from './people.ts';
import { Random } from './random.ts';
import { inventRoster } from './roster.ts';
import { Timeline } from './timeline.ts';

/** Which company to invent. */
export interface DemoOptions {
  /** @default 'harbor-20', chosen for a plain story */
  readonly seed?: string;
  /** The last of the 30 months, such as `2026-11`; told to its last day. */
  readonly endMonth: string;
}

/**
 * Invents the customers of Harbor, a made-up company: what they pay, how much they use, what they answer, and how falling
 * use comes before leaving. The same options give the same records, byte for byte.
 */
export function generateDemo({ seed = 'harbor-20', endMonth }: DemoOptions): DemoRecords {
  const random = new Random(seed);
  const timeline = new Timeline(endMonth);
  const commentator = new Commentator();
  const accounts: DemoAccount[] = [];
  const people: DemoPerson[] = [];
  const subscriptions: DemoSubscription[] = [];
  const numbers: DemoNumber[] = [];
  const exposures: DemoExposure[] = [];
  const responses: DemoResponse[] = [];
  for (const customer of inventRoster(random.fork('roster'), timeline)) {
    const own = random.fork(customer.externalId);
    const life = inventLife(own.fork('life'), customer);
    const contract = inventContract(own.fork('contract'), customer, life, timeline);
    const staff = inventPeople(own.fork('people'), customer);
    const asked = inventAnswers(own.fork('answers'), customer, life, staff, timeline, commentator);
    const { externalId, name, region, industry, csm } = customer;
    accounts.push({ externalId, name, traits: { plan: contract.plan, region, industry, csm } });
    people.push(...staff);
    subscriptions.push(...contract.spans, ...inventAddOn(own.fork('add-on'), customer, life, timeline));
    numbers.push(...inventNumbers(own.fork('numbers'), customer, life, timeline));
    exposures.push(...asked.exposures);
    responses.push(...asked.responses);
  }
  const exchangeRates = inventExchangeRates(random.fork('exchange rates'), timeline);
  return { accounts, people, subscriptions, exchangeRates, numbers, exposures, responses };
}
