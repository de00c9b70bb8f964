import type { AccountFilter } from './account-filter.ts';
import { csmTrait } from './csm-columns.ts';
import type { LedgerPart } from './ledger-part.ts';

/** What a filter looks at besides the ids, the tags and the days of creation of accounts. */
export interface FilterReads {
  readonly parts: readonly LedgerPart[];
  /** Keys of the traits. */
  readonly traits: readonly string[];
  readonly names: boolean;
}

/** What a filter looks at. */
export function filterReads(filter: AccountFilter): FilterReads {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const all = filter.of.map(filterReads);
      return {
        parts: all.flatMap(({ parts }) => parts),
        traits: all.flatMap(({ traits }) => traits),
        names: all.some(({ names }) => names),
      };
    }
    case 'not':
      return filterReads(filter.of);
    case 'trait':
      return { ...reads(...(filter.on === undefined ? [] : (['traitHistory'] as const))), traits: [filter.key] };
    case 'csm':
      return { ...reads('csms'), traits: [csmTrait] };
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
    case 'search':
      return { ...reads(), names: true };
    case 'tags':
    case 'accounts':
    case 'created':
      return reads();
  }
}

function reads(...parts: readonly LedgerPart[]): FilterReads {
  return { parts, traits: [], names: false };
}
