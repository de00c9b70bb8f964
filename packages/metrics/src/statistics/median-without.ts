import { half, quantileAt } from './quantile.ts';

/**
 * The median that is left when some of the values are taken away, without sorting again.
 *
 * @param all ascending
 * @param taken ascending, each of them one of `all`
 * @returns NaN where nothing is left
 * @example medianWithout([1, 2, 9], [9]) // 1.5
 */
export function medianWithout(all: Float64Array, taken: Float64Array): number {
  const gaps = new Float64Array(taken.length);
  for (let index = 0; index < taken.length; index++) {
    const value = taken[index] ?? 0;
    const first = index > 0 && taken[index - 1] === value ? (gaps[index - 1] ?? 0) + 1 : firstAtLeast(all, value);
    gaps[index] = first;
  }
  return quantileAt(all.length - taken.length, half, (rank) => {
    let place = rank;
    for (const gap of gaps) {
      if (gap > place) break;
      place++;
    }
    return all[place] ?? Number.NaN;
  });
}

function firstAtLeast(all: Float64Array, value: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
