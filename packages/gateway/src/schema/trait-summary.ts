import type { Ledger, Selection } from '@plimsoll/metrics';
import { builder } from './builder.ts';

/** A trait with how its values are spread. */
export interface TraitSummaryModel {
  readonly key: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

/** The most values of one trait that are listed; a trait with more is no use in a filter. */
const mostValues = 100;

const TraitValue = builder.objectRef<TraitSummaryModel['values'][number]>('TraitValue').implement({
  description: 'A value of a trait.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value.' }),
    count: t.exposeInt('count', { description: 'How many accounts have it.' }),
  }),
});

/** A trait with how its values are spread. */
export const TraitSummary = builder.objectRef<TraitSummaryModel>('TraitSummary').implement({
  description: 'A trait with its values.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The trait’s key, as filters take it.' }),
    values: t.expose('values', {
      type: [TraitValue],
      description: `Its values, the most frequent first, at most ${mostValues}.`,
    }),
  }),
});

/** Counts the values of every trait over a selection. A trait that none of its accounts has is left out: what is said of others is not told. */
export function traitSummaries(ledger: Ledger, selection: Selection): readonly TraitSummaryModel[] {
  return [...ledger.accounts.traits.values()].flatMap(({ key, codes, values }) => {
    const counts = new Uint32Array(values.length);
    for (const account of selection.indices) {
      const code = codes[account] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const spread = values
      .map((value, code) => ({ value, count: counts[code] ?? 0 }))
      .filter(({ value, count }) => value !== '' && count > 0)
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
    return spread.length === 0 ? [] : [{ key, values: spread.slice(0, mostValues) }];
  });
}
