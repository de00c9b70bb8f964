import type { PricedLine } from './example.ts';

/** Published totals of one period, in whole dollars of MRR. */
export interface Flows {
  /** Opening MRR. @default enough to lose from, where the publisher gives none */
  readonly start?: number;
  readonly new?: number;
  readonly expansion?: number;
  readonly contraction?: number;
  readonly churn?: number;
  readonly reactivation?: number;
}

/** A book of a few accounts whose March 2025 adds up to the totals; no account moves twice. */
export function bookOf(flows: Flows): readonly PricedLine[] {
  const { expansion = 0, contraction = 0, churn = 0, reactivation = 0 } = flows;
  const start = flows.start ?? 4 * (expansion + contraction + churn);
  const untouched = 100 * (start - contraction - churn);
  const quarter = Math.floor(untouched / 4);
  return [
    `leaves 2024-01-01 2025-03-20 ${100 * churn}`,
    `shrinks 2024-01-01 2025-03-12 ${quarter + 100 * contraction}`,
    `shrinks 2025-03-12 - ${quarter}`,
    `grows 2024-01-01 2025-03-10 ${quarter}`,
    `grows 2025-03-10 - ${quarter + 100 * expansion}`,
    `stays 2024-01-01 - ${untouched - 2 * quarter}`,
    `comes 2025-03-05 - ${100 * (flows.new ?? 0)}`,
    `returns 2024-01-01 2024-09-01 ${100 * reactivation}`,
    `returns 2025-03-15 - ${100 * reactivation}`,
  ];
}

/** The same subscription for `count` accounts. */
export function many(name: string, count: number, from: string, until: string, price: string): readonly PricedLine[] {
  return Array.from({ length: count }, (_, index): PricedLine => `${name}-${index} ${from} ${until} ${price}`);
}

/** Customers of $10 each: those at the start of March 2025, of whom some are lost in it, and those won in it. */
export function logos(counts: {
  readonly start: number;
  readonly lost: number;
  readonly won?: number;
  /** Of those won, how many were gone by the end of the month. */
  readonly wonAndLost?: number;
}): readonly PricedLine[] {
  const { start, lost, won = 0, wonAndLost = 0 } = counts;
  return [
    ...many('kept', start - lost, '2024-01-01', '-', '1000'),
    ...many('lost', lost, '2024-01-01', '2025-03-20', '1000'),
    ...many('won', won - wonAndLost, '2025-03-05', '-', '1000'),
    ...many('brief', wonAndLost, '2025-03-05', '2025-03-25', '1000'),
  ];
}
