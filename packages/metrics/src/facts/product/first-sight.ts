/** Tells small whole numbers that are met for the first time. Beginning anew costs nothing, however many were met. */
export class FirstSight {
  #round = 0;
  #metIn = new Int32Array(64);

  /** Forgets every number. */
  begin(): void {
    this.#round++;
  }

  /** Whether a number, 0 or more, was not met since the beginning; it is from now on. */
  of(code: number): boolean {
    if (code >= this.#metIn.length) {
      const larger = new Int32Array(Math.max(code + 1, this.#metIn.length * 2));
      larger.set(this.#metIn);
      this.#metIn = larger;
    }
    if (this.#metIn[code] === this.#round) return false;
    this.#metIn[code] = this.#round;
    return true;
  }
}
