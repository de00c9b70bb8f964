import type { AccountFilter } from './account-filter.ts';
import { csmTrait } from './csm-columns.ts';
import type { LedgerPart, LedgerReads } from './ledger-part.ts';

/** What a filter looks at besides accounts, their tags, names and days of creation. */
export function filterReads(filter: AccountFilter): Required<LedgerReads> {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const all = filter.of.map(filterReads);
      return { parts: all.flatMap(({ parts }) => parts), traits: all.flatMap(({ traits }) => traits) };
    }
    case 'not':
      return filterReads(filter.of);
    case 'trait':
      return { parts: filter.on === undefined ? [] : ['traitHistory'], traits: [filter.key] };
    case 'csm':
      return { parts: ['csms'], traits: [csmTrait] };
    case 'stage':
      return reads('stages', 'lifecycle');
    case 'revenue':
    case 'customerSince':
    case 'churned':
      return reads('movements');
    case 'health':
      return reads('health');
    case 'band':
      return reads('health', 'healthBands');
    case 'tags':
    case 'accounts':
    case 'search':
    case 'created':
      return reads();
  }
}

function reads(...parts: readonly LedgerPart[]): Required<LedgerReads> {
  return { parts, traits: [] };
}
