import type { Day } from '../calendar/day.ts';
import type { TraitColumn } from '../ledger/ledger.ts';
import type { LedgerPart } from '../ledger/ledger-part.ts';
import { traitColumn } from '../ledger/trait-history.ts';
import type { Gathering, Question } from '../metric.ts';
import type { Report } from './report.ts';

/** A trait with how many accounts have which of its values, the most frequent first. */
export interface TraitSummary {
  readonly key: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

type Counts = ReadonlyMap<string, number>;

/** The traits of accounts as they are now, with their values. A trait that none of them has is left out. */
export function traitReport(): Report<ReadonlyMap<string, Counts>, readonly TraitSummary[]> {
  return {
    gathering: everyTrait,
    window: { start: 0, end: 0 },
    tell: (_, counts) =>
      [...counts].flatMap(([key, values]) => {
        const spread = sorted(values).filter(({ value }) => value !== '');
        return spread.length === 0 ? [] : [{ key, values: spread }];
      }),
  };
}

const everyTrait: Gathering<ReadonlyMap<string, Counts>> = {
  reads: { parts: [], traits: 'ALL' },
  collect: (question, windows) =>
    windows.map(
      () => new Map([...question.ledger.accounts.traits.values()].map((one) => [one.key, countValues(question, one)])),
    ),
  merge: (parts) => {
    const keys = new Set(parts.flatMap((part) => [...part.keys()]));
    return new Map([...keys].map((key) => [key, addCounts(parts.map((part) => part.get(key) ?? new Map()))]));
  },
};

/**
 * How many accounts have which value of a trait, `''` for none; the value that most have comes first.
 *
 * @param on as it was on this day; as it is now when left out
 */
export function traitValueReport(key: string, on?: Day): Report<Counts, TraitSummary['values']> {
  const parts: readonly LedgerPart[] = on === undefined ? [] : ['traitHistory'];
  return {
    gathering: {
      key: JSON.stringify(['trait values', key, on ?? null]),
      reads: { parts, traits: [key] },
      collect: (question, windows) => windows.map(() => countValues(question, traitColumn(question.ledger, key, on))),
      merge: addCounts,
    },
    window: { start: 0, end: 0 },
    tell: (_, counts) => sorted(counts),
  };
}

function countValues({ selection }: Question, { codes, values }: TraitColumn): Counts {
  const counts = new Uint32Array(values.length);
  for (const account of selection.indices) {
    const code = codes[account] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return new Map(values.flatMap((value, code) => (counts[code] ? [[value, counts[code]] as const] : [])));
}

function addCounts(parts: readonly Counts[]): Counts {
  const sums = new Map<string, number>();
  for (const part of parts) for (const [value, count] of part) sums.set(value, (sums.get(value) ?? 0) + count);
  return sums;
}

function sorted(counts: Counts): TraitSummary['values'] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}
