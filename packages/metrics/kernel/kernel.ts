/**
 * The two loops that most of a reading's time goes into, in AssemblyScript: TypeScript over plain memory, which runs in two
 * thirds of the time. `npm run generate` compiles it into `src/facts/revenue/generated/kernel.ts`; `src/facts/revenue/desk.ts` lays out
 * the memory. All places in memory are byte offsets of columns there.
 */

/**
 * Looks at movements once. What an account does next is chance, and a branch on chance costs the processor more than all that
 * is done for a movement. So what a movement is and which windows see it is not asked: it is added up in the cell that its
 * kind and its day give.
 *
 * @param rows how many movements there are: `moments`, `spans` and `amounts` are their columns, one account after the other
 * @param groups the group of each of their accounts
 * @param after what comes after each date; places, windows and firstDate as in `WindowRanges`, windows with one past the last
 * @param cells by group, place and kind, an amount and a count to add to
 * @param accountStep what is added to windows for each account before
 * @param closes where to write changes of accounts to, in `opens` and `changes` too: the first window that ends after it, the
 *   first that begins after it, and the amount
 * @returns how many changes were written
 */
export function scanMovements(
  rows: i32,
  moments: usize,
  spans: usize,
  amounts: usize,
  groups: usize,
  after: usize,
  places: i32,
  windows: i32,
  firstDate: i32,
  cells: usize,
  accountStep: i32,
  closes: usize,
  opens: usize,
  changes: usize,
): i32 {
  let written: i32 = 0;
  for (let row: i32 = 0; row < rows; row++) {
    const moment = int(moments, row);
    const span = int(spans, row);
    const amount = float(amounts, row);
    // As placeOf, dateOf, kindOf, paidSince and lossesUntil have it, and beginsAfter and endsAfter.
    const place = moment >>> 18;
    const day = int(after, (moment >>> 3) & 0x7fff);
    const kind = moment & 7;
    const starting = day & 0x1ff;
    const ending = (day >>> 9) & 0x1ff;
    const paying = int(after, span >>> 15) & 0x1ff;
    const group = <i32>load<u16>(groups + ((<usize>place) << 1));
    // Of the windows that hold the movement, from `ending` up to `starting`, so many began before its account last came.
    const sooner = (paying - ending) & ~((paying - ending) >> 31);
    const cell = cells + ((<usize>((group * places + (day >>> 18) + sooner) * 8 + kind)) << 4);
    store<f64>(cell, load<f64>(cell) + amount);
    store<f64>(cell, load<f64>(cell, 8) + 1, 8);
    // What no window sees change, and who pays less in none, has dropped nothing: it is written over by what comes next.
    const account = place * accountStep + group * windows;
    setInt(closes, written, account + ending);
    setInt(opens, written, account + starting);
    setFloat(changes, written, amount);
    written += ((ending - starting) & (firstDate - (span & 0x7fff))) >>> 31;
  }
  return written;
}

/**
 * Adds up how much less accounts pay at windows' ends than they paid at their starts; those that pay as much or more have
 * dropped nothing.
 *
 * Each change matters twice to what an account has dropped: from the first window on that ends after it, which sees it, and
 * from the first that begins after it, which does not any more. Both are lists in order, for all accounts together, so one
 * walk along the two meets everything that happens in the order in which it does. Each step of a walk waits for the one
 * before, so two are under way at a time: one from the first account on, and one from an account in the middle.
 *
 * @param count how many changes there are; `closes`, `opens` and `changes` have room for one more
 * @param accountStep a power of two: what is added to windows for each account before
 * @param steps over the windows, and one past them, of twice what was dropped
 */
export function addDropped(
  count: i32,
  closes: usize,
  opens: usize,
  changes: usize,
  accountStep: i32,
  steps: usize,
): void {
  const windows = accountStep - 1;
  setInt(closes, count, i32.MAX_VALUE);
  setInt(opens, count, i32.MAX_VALUE);
  let middle = count >> 1;
  while (middle > 0 && (int(closes, middle) | windows) === (int(closes, middle - 1) | windows)) middle--;

  let close = 0;
  let open = 0;
  let balance: f64 = 0;
  let dropped: f64 = 0;
  let laterClose = middle;
  let laterOpen = middle;
  let laterBalance: f64 = 0;
  let laterDropped: f64 = 0;
  for (let step = 0; step < 2 * (count - middle); step++) {
    // Which of the two is next is chance, so it is not asked but computed with: all bits where a window opens first.
    const closesAt = int(closes, close);
    const opensAt = int(opens, open);
    const opensNext = (opensAt - closesAt) >> 31;
    const window = ((opensAt & opensNext) | (closesAt & ~opensNext)) & windows;
    balance += float(changes, (open & opensNext) | (close & ~opensNext)) * <f64>(1 + 2 * opensNext);
    close += 1 + opensNext;
    open -= opensNext;
    const twice = abs(balance) - balance;
    // What lies beyond the middle is the other walk's.
    addTo(steps, step < 2 * middle ? window : accountStep, twice - dropped);
    dropped = twice;

    const laterClosesAt = int(closes, laterClose);
    const laterOpensAt = int(opens, laterOpen);
    const laterOpensNext = (laterOpensAt - laterClosesAt) >> 31;
    const laterWindow = ((laterOpensAt & laterOpensNext) | (laterClosesAt & ~laterOpensNext)) & windows;
    laterBalance +=
      float(changes, (laterOpen & laterOpensNext) | (laterClose & ~laterOpensNext)) * <f64>(1 + 2 * laterOpensNext);
    laterClose += 1 + laterOpensNext;
    laterOpen -= laterOpensNext;
    const laterTwice = abs(laterBalance) - laterBalance;
    addTo(steps, laterWindow, laterTwice - laterDropped);
    laterDropped = laterTwice;
  }
}

function int(column: usize, place: i32): i32 {
  return load<i32>(column + ((<usize>place) << 2));
}

function setInt(column: usize, place: i32, value: i32): void {
  store<i32>(column + ((<usize>place) << 2), value);
}

function float(column: usize, place: i32): f64 {
  return load<f64>(column + ((<usize>place) << 3));
}

function setFloat(column: usize, place: i32, value: f64): void {
  store<f64>(column + ((<usize>place) << 3), value);
}

function addTo(column: usize, place: i32, amount: f64): void {
  setFloat(column, place, float(column, place) + amount);
}
