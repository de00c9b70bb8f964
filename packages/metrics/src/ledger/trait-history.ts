import type { Day } from '../calendar/day.ts';
import type { Ledger, TraitColumn } from './ledger.ts';

/**
 * What traits were, by account, oldest first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. Only traits that
 * ever changed have rows here, all their values among them, the present one last; the others were always what they are.
 */
export interface TraitHistoryColumns {
  readonly offsets: Uint32Array;
  /** The first day on which the value holds. */
  readonly days: Int32Array;
  /** Indexes into `keys`. */
  readonly traits: Uint16Array;
  /** Indexes into `texts`. */
  readonly values: Uint32Array;
  readonly keys: readonly string[];
  /** The first is `''`, for a trait that was taken away. */
  readonly texts: readonly string[];
}

/** Columns kept for one ledger; the oldest goes first. A series over two years asks for as many days as months. */
const mostKept = 48;

// A ledger never changes, so what a trait was on a day holds for as long as the ledger lives.
const kept = new WeakMap<Ledger, Map<string, TraitColumn>>();

/**
 * A trait as it was on a day. The first value that is known holds for the time before it too, for nobody said what was
 * there before.
 *
 * @param on as it is now when `undefined`
 */
export function traitColumn(ledger: Ledger, key: string, on?: Day): TraitColumn {
  const now = ledger.accounts.traits.get(key);
  const trait = on === undefined ? -1 : ledger.traitHistory.keys.indexOf(key);
  if (on === undefined || trait === -1) return now ?? emptyColumn(ledger, key);
  const found = kept.get(ledger) ?? new Map<string, TraitColumn>();
  kept.set(ledger, found);
  const name = `${on} ${key}`;
  const known = found.get(name);
  if (known !== undefined) return known;
  const column = columnOn(ledger, trait, now ?? emptyColumn(ledger, key), on);
  const oldest = found.keys().next().value;
  if (found.size >= mostKept && oldest !== undefined) found.delete(oldest);
  found.set(name, column);
  return column;
}

/** Whether a trait of any account was ever anything else than it is now. */
export function traitChanged({ traitHistory }: Ledger, key: string): boolean {
  return traitHistory.keys.includes(key);
}

/** Each value of a trait of one account with its first day, oldest first; empty for a trait that never changed. */
export function traitPast(
  { traitHistory }: Ledger,
  account: number,
  key: string,
): readonly { readonly value: string; readonly from: Day }[] {
  const { offsets, days, traits, values, texts } = traitHistory;
  const trait = traitHistory.keys.indexOf(key);
  const past: { readonly value: string; readonly from: Day }[] = [];
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    if (traits[row] === trait) past.push({ value: texts[values[row] ?? 0] ?? '', from: days[row] ?? 0 });
  }
  return past;
}

const nobody = new WeakMap<Ledger, Uint32Array>();

/** A trait that no account has. */
function emptyColumn(ledger: Ledger, key: string): TraitColumn {
  const codes = nobody.get(ledger) ?? new Uint32Array(ledger.accounts.count);
  nobody.set(ledger, codes);
  return { key, codes, values: [''] };
}

function columnOn({ traitHistory }: Ledger, trait: number, now: TraitColumn, on: Day): TraitColumn {
  const { offsets, days, traits, texts } = traitHistory;
  const codes = now.codes.slice();
  const values = [...now.values];
  const codeOf = new Map(values.map((value, code) => [value, code]));
  for (let account = 0; account < codes.length; account++) {
    let held = -1;
    for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
      if (traits[row] !== trait) continue;
      if (held !== -1 && (days[row] ?? 0) > on) break;
      held = row;
    }
    if (held === -1) continue;
    const text = texts[traitHistory.values[held] ?? 0] ?? '';
    const code = codeOf.get(text) ?? values.push(text) - 1;
    codeOf.set(text, code);
    codes[account] = code;
  }
  return { key: now.key, codes, values };
}
