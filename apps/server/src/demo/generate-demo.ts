import { formatDay } from '@plimsoll/metrics';
import { inventAddOn } from './add-on.ts';
import { inventAnswers } from './answers.ts';
import { inventBilling } from './billing.ts';
import { Commentator } from './comments.ts';
import { inventContract } from './contract.ts';
import type { Customer } from './customer.ts';
import type { DemoRecords } from './demo-records.ts';
import { inventExchangeRates } from './exchange-rates.ts';
import { inventLife } from './life.ts';
import { inventNumbers } from './monthly-numbers.ts';
import { inventPeople } from './people.ts';
import { inventSeats } from './product/seats.ts';
import { inventUsage } from './product/usage.ts';
import { Random } from './random.ts';
import { inventRoster } from './roster.ts';
import { inventAdvocacy } from './success/advocacy.ts';
import { inventContracts } from './success/contracts.ts';
import { inventAccountCosts, inventSharedCosts } from './success/costs.ts';
import { inventMilestones } from './success/milestones.ts';
import { inventOutcomes } from './success/outcomes.ts';
import { inventStages } from './success/stages.ts';
import { inventTags } from './success/tags.ts';
import { inventTeam } from './success/team.ts';
import { inventPast } from './success/trait-history.ts';
import { inventMoments } from './support/moment-answers.ts';
import { inventTickets } from './support/tickets.ts';
import { Timeline } from './timeline.ts';
import type { ToldCustomer } from './told-customer.ts';

/** Which company to invent. */
export interface DemoOptions {
  /** @default 'harbor-20', chosen for a plain story */
  readonly seed?: string;
  /** The last of the 30 months, such as `2026-11`; told to its last day. */
  readonly endMonth: string;
}

/** What one customer adds to the records. */
type Share = Omit<DemoRecords, 'exchangeRates' | 'csms'>;

/**
 * Invents the customers of Harbor, a made-up company: what they pay, how much they use, what they ask, answer and achieve,
 * and how falling use comes before leaving. The same options give the same records, byte for byte.
 */
export function generateDemo({ seed = 'harbor-20', endMonth }: DemoOptions): DemoRecords {
  const random = new Random(seed);
  const timeline = new Timeline(endMonth);
  const commentator = new Commentator();
  const everybody = inventRoster(random.fork('roster'), timeline).map((customer) =>
    tell(random.fork(customer.externalId), customer, timeline),
  );
  const shares = everybody.map((told) => {
    const own = random.fork(told.customer.externalId);
    return shareOf(own, told, timeline, commentator);
  });
  const all = <Key extends keyof Share>(key: Key): Share[Key][number][] => shares.flatMap((share) => [...share[key]]);
  return {
    accounts: all('accounts'),
    people: all('people'),
    subscriptions: all('subscriptions'),
    exchangeRates: inventExchangeRates(random.fork('exchange rates'), timeline),
    numbers: all('numbers'),
    exposures: all('exposures'),
    responses: all('responses'),
    momentExposures: all('momentExposures'),
    momentResponses: all('momentResponses'),
    csms: inventTeam(timeline),
    traitHistory: all('traitHistory'),
    costs: [...all('costs'), ...inventSharedCosts(random.fork('costs'), everybody, timeline)],
    contracts: all('contracts'),
    seats: all('seats'),
    usageDays: all('usageDays'),
    milestones: all('milestones'),
    outcomes: all('outcomes'),
    outcomeProgress: all('outcomeProgress'),
    advocacyActs: all('advocacyActs'),
    stages: all('stages'),
    tickets: all('tickets'),
    ticketEvents: all('ticketEvents'),
  };
}

/** How the customer fared and what it bought. */
function tell(own: Random, customer: Customer, timeline: Timeline): ToldCustomer {
  const life = inventLife(own.fork('life'), customer);
  const { spans, plan } = inventContract(own.fork('contract'), customer, life, timeline);
  const people = inventPeople(own.fork('people'), customer);
  return { customer, life, plan, spans: inventBilling(own.fork('billing'), customer, life, spans, timeline), people };
}

/** All that is recorded about one customer. */
function shareOf(own: Random, told: ToldCustomer, timeline: Timeline, commentator: Commentator): Share {
  const { customer, life, plan, spans, people } = told;
  const { externalId, name, region, industry } = customer;
  const past = inventPast(own.fork('past'), told, timeline);
  const asked = inventAnswers(own.fork('answers'), customer, life, people, timeline, commentator);
  const moments = inventMoments(own.fork('moments'), told, timeline);
  const agreed = inventOutcomes(own.fork('outcomes'), told, timeline);
  const numbers = inventNumbers(own.fork('numbers'), customer, life, timeline);
  const support = inventTickets(own.fork('tickets'), told, numbers, timeline);
  const tags = inventTags(own.fork('tags'), told);
  const createdOn = formatDay(timeline.day(customer.firstMonth, customer.date) - own.fork('created').whole(15, 75));
  return {
    accounts: [{ externalId, name, traits: { plan, region, industry, csm: past.csm }, tags, createdOn }],
    people,
    subscriptions: [...spans, ...inventAddOn(own.fork('add-on'), customer, life, timeline)],
    numbers,
    exposures: asked.exposures,
    responses: asked.responses,
    momentExposures: moments.exposures,
    momentResponses: moments.responses,
    traitHistory: past.history,
    costs: inventAccountCosts(own.fork('costs'), told, timeline),
    contracts: inventContracts(own.fork('contracts'), told, timeline),
    seats: inventSeats(told, timeline),
    usageDays: inventUsage(own.fork('usage'), told, timeline),
    milestones: inventMilestones(own.fork('milestones'), told, timeline),
    outcomes: agreed.outcomes,
    outcomeProgress: agreed.progress,
    advocacyActs: inventAdvocacy(own.fork('advocacy'), told, timeline),
    stages: inventStages(own.fork('stages'), told, timeline),
    tickets: support.tickets,
    ticketEvents: support.events,
  };
}
