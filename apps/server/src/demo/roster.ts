import { inventCompanies } from './company-names.ts';
import type { Customer } from './customer.ts';
import type { Plan, Region } from './demo-records.ts';
import type { Random } from './random.ts';
import { stories } from './stories.ts';
import { csmsOf } from './success/team.ts';
import { months, monthsBefore, type Timeline } from './timeline.ts';

/** Customers in all, those who left included. */
export const rosterSize = 400;

/** Customers who signed before the demo's first month. */
const opening = 168;

/** How busy each calendar month is in new business, January first: a strong first and last quarter, an empty August. */
const season = [1.2, 1.15, 1.4, 1.0, 1.0, 0.95, 0.75, 0.42, 0.95, 1.2, 1.2, 1.45];

const giants: readonly { readonly month: number; readonly seats: number; readonly region: Region }[] = [
  { month: -11, seats: 470, region: 'Europe' },
  { month: 1, seats: 520, region: 'North America' },
  { month: 13, seats: 610, region: 'Asia Pacific' },
  { month: 21, seats: 560, region: 'North America' },
];

/** Everybody who ever signed, oldest first. */
export function inventRoster(random: Random, timeline: Timeline): readonly Customer[] {
  const drawn = rosterSize - stories.length - giants.length;
  const starts = [...startMonths(random, timeline, drawn), ...giants.map(({ month }) => month)];
  const companies = inventCompanies(random.fork('companies'), starts.length);
  const customers = starts.map((firstMonth, index): Customer => {
    const own = random.fork(`customer ${index}`);
    const giant = giants[index - drawn];
    const company = companies[index] ?? own.pick(companies);
    const region =
      giant?.region ??
      own.weighted<Region>({ Europe: 0.38, 'North America': 0.4, 'Asia Pacific': 0.14, 'Latin America': 0.08 });
    const plan = giant === undefined ? drawPlan(own, firstMonth) : 'Enterprise';
    return {
      externalId: company.name.toLowerCase().replaceAll(' ', '-'),
      name: company.name,
      industry: company.industry,
      region,
      csm: own.pick(csmsOf[region]),
      plan,
      seats: giant?.seats ?? drawSeats(own, plan),
      interval: own.chance({ Starter: 0.25, Team: 0.5, Business: 0.78, Enterprise: 1 }[plan]) ? 'year' : 'month',
      currency: region === 'Europe' && own.chance(0.8) ? 'EUR' : 'USD',
      firstMonth,
      date: own.whole(1, 28),
      affinity: Math.min(0.95, Math.max(0.55, 0.79 + own.bell() * 0.11)),
      giant: giant !== undefined,
    };
  });
  return [...stories, ...customers].sort((a, b) => a.firstMonth - b.firstMonth);
}

/** New business gets larger over time: more of the bigger plans. */
function drawPlan(random: Random, month: number): Plan {
  const late = (month + monthsBefore) / (months + monthsBefore);
  return random.weighted<Plan>({
    Starter: 0.36 - 0.14 * late,
    Team: 0.4 - 0.04 * late,
    Business: 0.21 + 0.08 * late,
    Enterprise: 0.045 + 0.045 * late,
  });
}

function drawSeats(random: Random, plan: Plan): number {
  const [least, most] = { Starter: [6, 28], Team: [20, 78], Business: [58, 165], Enterprise: [150, 360] }[plan] as [
    number,
    number,
  ];
  // Squared, because most companies are small.
  return Math.round(least + (most - least) * random.next() ** 2 * 0.6 + (most - least) * random.next() * 0.4);
}

/** Spreads the signings over the months by growth and season, to the exact count. */
function startMonths(random: Random, timeline: Timeline, count: number): readonly number[] {
  const before = Array.from({ length: monthsBefore }, (_, index) => index - monthsBefore);
  const within = Array.from({ length: months }, (_, index) => index);
  return [
    ...share(random, timeline, before, opening, (month) => 0.8 + (month + monthsBefore) * 0.04),
    ...share(random, timeline, within, count - opening, (month) => 0.85 + month * 0.018),
  ];
}

function share(
  random: Random,
  timeline: Timeline,
  among: readonly number[],
  count: number,
  growth: (month: number) => number,
): readonly number[] {
  const weights = among.map(
    (month) => growth(month) * (season[timeline.calendarMonth(month) - 1] ?? 1) * random.between(0.88, 1.12),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const starts: number[] = [];
  let due = 0;
  among.forEach((month, index) => {
    due += ((weights[index] ?? 0) / total) * count;
    while (starts.length < Math.round(due)) starts.push(month);
  });
  return starts;
}
