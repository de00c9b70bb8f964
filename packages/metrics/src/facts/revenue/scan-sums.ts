import type { MovementScanSums } from './movement-scan.ts';
import { RangeSums } from './range-sums.ts';
import type { ReturnSums } from './returns.ts';
import type { RevenueFacts } from './revenue-facts.ts';

/** What a scan sums over windows: whatever a movement adds to on its own. Facts follow from it. */
export type ScanSums = MovementScanSums & ReturnSums;

/** Nothing yet. */
export function scanSums(windows: number): ScanSums {
  const sum = (): RangeSums => new RangeSums(windows);
  return {
    start: sum(),
    end: sum(),
    new: sum(),
    reactivation: sum(),
    expansion: sum(),
    contraction: sum(),
    churn: sum(),
    fx: sum(),
    customersStart: sum(),
    customersEnd: sum(),
    customersNew: sum(),
    left: sum(),
    baseExpansion: sum(),
    baseContraction: sum(),
    baseChurn: sum(),
    baseFx: sum(),
    baseLeft: sum(),
    returned: sum(),
    baseAgain: sum(),
    customersAgain: sum(),
    churnAgain: sum(),
    cameAgain: sum(),
    dropped: sum(),
  };
}

/** Facts of each window, with those that are the same in all of them. */
export function factsOf(
  sums: ScanSums,
  windows: number,
  same: Pick<RevenueFacts, 'accounts' | 'unconverted'>,
): readonly RevenueFacts[] {
  // Object.entries forgets which keys it was given.
  const totals = Object.fromEntries(
    Object.entries(sums).map(([name, sum]: [string, RangeSums]) => [name, sum.totals()]),
  ) as Readonly<Record<keyof ScanSums, Float64Array>>;
  return Array.from({ length: windows }, (_, window) => {
    const of = (name: keyof ScanSums): number => totals[name][window] ?? 0;
    return {
      start: of('start'),
      end: of('end'),
      new: of('new'),
      reactivation: of('reactivation'),
      expansion: of('expansion'),
      contraction: of('contraction'),
      churn: of('churn'),
      fx: of('fx'),
      kept: of('start') - of('dropped'),
      baseEnd:
        of('start') + of('baseExpansion') - of('baseContraction') - of('baseChurn') + of('baseFx') + of('baseAgain'),
      baseExpansion: of('baseExpansion'),
      baseContraction: of('baseContraction'),
      baseChurn: of('baseChurn'),
      returned: of('returned'),
      newcomerChurn: of('churn') - of('baseChurn') - of('churnAgain'),
      customersStart: of('customersStart'),
      customersEnd: of('customersEnd'),
      customersKept: of('customersStart') - of('baseLeft') + of('customersAgain'),
      customersNew: of('customersNew'),
      newcomersLost: of('left') - of('baseLeft') + of('customersAgain') - of('cameAgain'),
      ...same,
    };
  });
}
