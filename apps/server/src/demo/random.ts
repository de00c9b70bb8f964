/**
 * A seeded source of numbers: the same seed gives the same sequence on every machine. Built on whole-number operations
 * alone, because `Math.sin` and its kind may differ between engines. Not for secrets.
 */
export class Random {
  readonly #seed: string;
  #state: number;

  constructor(seed: string) {
    this.#seed = seed;
    this.#state = hash(seed);
  }

  /** A source of its own for a part, so that drawing more in one part changes nothing in another. */
  fork(label: string): Random {
    return new Random(`${this.#seed}/${label}`);
  }

  /** The next number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A number in [from, to). */
  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  /** A whole number in [from, to], both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True with this probability, 0…1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A number around 0, mostly within −1…1 and never outside −2…2: a sum of four uniform draws. */
  bell(): number {
    return this.next() + this.next() + this.next() + this.next() - 2;
  }

  /** One of a list, which must not be empty. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('Random: there is nothing to pick from. Give a list with entries.');
    return item;
  }

  /** One of the keys, each as likely as its weight is large. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
    // Object.keys() forgets the key type; the record has no others.
    const keys = Object.keys(weights) as Key[];
    let rest = this.next() * keys.reduce((sum, key) => sum + weights[key], 0);
    for (const key of keys) {
      rest -= weights[key];
      if (rest < 0) return key;
    }
    return this.pick(keys);
  }

  /** The items in a random order. */
  shuffled<Item>(items: readonly Item[]): readonly Item[] {
    return items
      .map((item) => ({ item, rank: this.next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }
}

/** FNV-1a over the UTF-16 code units. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state | 0;
}
