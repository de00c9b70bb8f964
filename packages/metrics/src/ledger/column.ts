/** A growing column of numbers, so that a million rows cost a few copies and no boxed objects. */
export class Column {
  #data = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Appends a number. */
  push(value: number): void {
    this.set(this.#length, value);
  }

  /** Writes at an index; the gap before it is 0. */
  set(index: number, value: number): void {
    if (index >= this.#data.length) {
      const larger = new Float64Array(Math.max(index + 1, this.#data.length * 2));
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[index] = value;
    if (index >= this.#length) this.#length = index + 1;
  }

  /** The number at an index, 0 past the end. */
  at(index: number): number {
    return index < this.#length ? (this.#data[index] ?? 0) : 0;
  }

  /** A view of the first `count` numbers, 0 where none was written. */
  values(count: number): Float64Array {
    if (count <= this.#data.length) return this.#data.subarray(0, count);
    const padded = new Float64Array(count);
    padded.set(this.#data);
    return padded;
  }
}
