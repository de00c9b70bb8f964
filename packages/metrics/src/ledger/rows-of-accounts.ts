/** So many accounts, by their index, are scanned together that what is read and written of them stays close to the processor. */
export const accountsAtOnce = 4_096;

// Most accounts have no more rows than this.
const usualRows = 6;

/** Accounts that are scanned together. */
export interface Turn {
  /** Ascending. */
  readonly accounts: Uint32Array;
  /** Their rows are those from `begin` up to `end`. */
  readonly begin: number;
  readonly end: number;
  /**
   * Which of those, one account after the other, where there are others between; to be read before the next turn is asked
   * for.
   */
  readonly rows: Uint32Array | undefined;
}

/**
 * The rows of accounts, turn by turn.
 *
 * @param offsets account `a` owns rows `offsets[a]` to `offsets[a + 1]`
 * @param accounts ascending
 */
export function* rowsOfAccounts(offsets: Uint32Array, accounts: Uint32Array): Generator<Turn, void, undefined> {
  let room = new Uint32Array();
  for (let from = 0, to = 0; from < accounts.length; from = to) {
    const first = accounts[from] ?? 0;
    to = placeOf(accounts, (Math.floor(first / accountsAtOnce) + 1) * accountsAtOnce, from);
    const together = accounts.subarray(from, to);
    const last = accounts[to - 1] ?? 0;
    const begin = offsets[first] ?? 0;
    const end = offsets[last + 1] ?? 0;
    if (last - first + 1 === together.length) yield { accounts: together, begin, end, rows: undefined };
    else {
      if (room.length < end - begin + usualRows) room = new Uint32Array(end - begin + usualRows);
      yield { accounts: together, begin, end, rows: room.subarray(0, writeRows(room, offsets, together)) };
    }
  }
}

/** Writes the rows of accounts one after the other, and says how many they are. */
function writeRows(rows: Uint32Array, offsets: Uint32Array, accounts: Uint32Array): number {
  let written = 0;
  for (let index = 0; index < accounts.length; index++) {
    const account = accounts[index] ?? 0;
    const begin = offsets[account] ?? 0;
    const count = (offsets[account + 1] ?? 0) - begin;
    // How many there are is chance, so as many as is usual are written, and the next account's over those too many.
    for (let past = 0; past < usualRows; past++) rows[written + past] = begin + past;
    for (let past = usualRows; past < count; past++) rows[written + past] = begin + past;
    written += count;
  }
  return written;
}

/** The place of the first account that is at least `least`, from a place on. */
function placeOf(accounts: Uint32Array, least: number, from: number): number {
  let [low, high] = [from, accounts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accounts[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
