import type { Customer, Dip, Stint } from './customer.ts';
import type { Plan } from './demo-records.ts';
import type { Random } from './random.ts';
import { months } from './timeline.ts';

/** How a customer fared: when it paid, and how much use it made of the product in each month. */
export interface Life {
  readonly stints: readonly Stint[];
  /** 0…1; falls for months before a customer leaves. */
  readonly engagement: (month: number) => number;
}

/** Months past the current one that are decided too, so that those who will leave soon already show it. */
const foresight = 6;

/** Chance a year that a customer of the plan leaves. */
const yearlyLoss: Readonly<Record<Plan, number>> = { Starter: 0.24, Team: 0.16, Business: 0.12, Enterprise: 0.07 };

/** Draws a life, or takes the one that was written. */
export function inventLife(random: Random, customer: Customer): Life {
  const stints = customer.story?.stints ?? drawStints(random.fork('stints'), customer);
  const dips = customer.story?.dips ?? drawDips(random.fork('dips'), stints);
  const wave = drawWave(random.fork('wave'), customer.firstMonth);
  return { stints, engagement: (month) => engagementIn(month, customer, stints, dips, wave) };
}

/** Whether it pays in a month. */
export function paysIn(life: Life, month: number): boolean {
  return life.stints.some(({ from, until }) => month >= from && (until === null || month < until));
}

function drawStints(random: Random, customer: Customer): readonly Stint[] {
  const stints: Stint[] = [];
  let from = customer.firstMonth;
  while (from < months) {
    const until = drawLoss(random, customer, from, stints.length === 0 ? 1 : 0.6);
    stints.push({ from, until });
    if (until === null || !random.chance(0.32)) break;
    from = until + random.whole(3, 9);
  }
  return stints;
}

/** The month a customer leaves in: always at a renewal; monthly customers think about it every quarter. */
function drawLoss(random: Random, customer: Customer, from: number, factor: number): number | null {
  if (customer.giant) return null;
  const step = customer.interval === 'year' ? 12 : 3;
  const reluctance = 2.1 - 1.4 * customer.affinity;
  for (let month = from + Math.max(step, 6); month < months + foresight; month += step) {
    const first = month - from <= 12 ? 1.25 : 0.9;
    if (random.chance(((yearlyLoss[customer.plan] * step) / 12) * reluctance * first * factor)) return month;
  }
  return null;
}

/** A fall before each loss, and bad times that were overcome. */
function drawDips(random: Random, stints: readonly Stint[]): readonly Dip[] {
  const dips: Dip[] = [];
  for (const { from, until } of stints) {
    const last = until ?? months + foresight;
    const fall = until === null ? last : until - random.whole(4, 7);
    for (let month = from + 5; month < fall - 8; month += 12) {
      const begin = month + random.whole(0, 8);
      if (!random.chance(0.36) || begin + 8 > fall) continue;
      dips.push({
        from: begin,
        low: begin + random.whole(2, 3),
        back: begin + random.whole(5, 8),
        depth: random.between(0.38, 0.7),
      });
    }
    if (until !== null)
      dips.push({ from: fall, low: until - random.whole(1, 3), back: null, depth: random.between(0.16, 0.4) });
  }
  return dips;
}

/** A slow wander around 0, one value a month. */
function drawWave(random: Random, firstMonth: number): (month: number) => number {
  const values: number[] = [];
  let value = 0;
  for (let month = firstMonth; month < months + foresight; month++) {
    value = value * 0.8 + random.bell() * 0.028;
    values.push(value);
  }
  return (month) => values[month - firstMonth] ?? 0;
}

function engagementIn(
  month: number,
  customer: Customer,
  stints: readonly Stint[],
  dips: readonly Dip[],
  wave: (month: number) => number,
): number {
  const stint = stints.findLast(({ from }) => month >= from);
  if (stint === undefined) return 0;
  const settled = Math.min(1, 0.5 + (month - stint.from) * 0.17);
  const maturity = Math.min(0.05, (month + 24) * 0.001);
  let level = (customer.affinity + maturity + wave(month)) * settled;
  for (const dip of dips) if (dip.from >= stint.from) level *= dipFactor(dip, month);
  return Math.min(0.98, Math.max(0.03, level));
}

function dipFactor({ from, low, back, depth }: Dip, month: number): number {
  if (month <= from) return 1;
  if (month <= low) return 1 - (1 - depth) * smooth((month - from) / (low - from));
  if (back === null) return depth;
  return depth + (1 - depth) * smooth(Math.min(1, (month - low) / (back - low)));
}

/** Eases from 0 to 1 without corners. */
function smooth(part: number): number {
  return part * part * (3 - 2 * part);
}
