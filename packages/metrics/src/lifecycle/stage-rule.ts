/**
 * When an account is in a stage by itself. A small, closed language over what is known of accounts: each rule holds or does
 * not hold on a day, and changes on days that can be told from the records.
 */
export type StageRule =
  /** All of these hold, or at least one; nothing is all of nothing, and no day is any of nothing. */
  | { readonly kind: 'all' | 'any'; readonly of: readonly StageRule[] }
  | { readonly kind: 'not'; readonly of: StageRule }
  /** The trait has one of these values on the day; `''` stands for accounts without it. */
  | { readonly kind: 'trait'; readonly key: string; readonly in: readonly string[] }
  /** The account was created at least so many days ago: as the host says, else when it was first heard of. */
  | { readonly kind: 'createdFor'; readonly days: number }
  /** It pays on the day. */
  | { readonly kind: 'paying' }
  /** It first paid at least so many days ago, whether it pays now or not. */
  | { readonly kind: 'firstPaidFor'; readonly days: number }
  /** It has paid, and has paid nothing for at least so many days. */
  | { readonly kind: 'lapsedFor'; readonly days: number }
  /** At least so many of its users were active in the 28 days that end with the day. */
  | { readonly kind: 'activeUsers'; readonly atLeast: number }
  /** It has reached this milestone. */
  | { readonly kind: 'milestone'; readonly key: string }
  /** Its health score is in a half-open range; accounts without a score are in no range. */
  | { readonly kind: 'health'; readonly atLeast?: number; readonly below?: number };

/** What a rule looks at, so that only a write to one of these has to be followed up. */
export type StageInput = 'account' | 'trait' | 'movement' | 'usage' | 'milestone' | 'health';

/** Days of use that {@link StageRule} of kind `activeUsers` looks back over. */
export const activeDays = 28;

/** What a rule looks at. */
export function inputsOf(rule: StageRule): ReadonlySet<StageInput> {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return new Set(rule.of.flatMap((part) => [...inputsOf(part)]));
    case 'not':
      return inputsOf(rule.of);
    case 'trait':
      return new Set(['trait']);
    case 'createdFor':
      return new Set(['account']);
    case 'paying':
    case 'firstPaidFor':
    case 'lapsedFor':
      return new Set(['movement']);
    case 'activeUsers':
      return new Set(['usage']);
    case 'milestone':
      return new Set(['milestone']);
    case 'health':
      return new Set(['health']);
  }
}
