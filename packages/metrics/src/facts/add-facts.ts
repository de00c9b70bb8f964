/** Facts that are numbers, all of them. */
type Numbers<Facts> = { [Key in keyof Facts]: number };

/** Adds numbers up, name by name, into the first of them. */
export function addNumbers<Facts extends Numbers<Facts>>(into: Facts, more: Facts): void {
  // Object.keys forgets which keys it was given.
  for (const key of Object.keys(into) as (keyof Facts)[]) {
    // Every one of them is a number, which is lost on a type that is open.
    (into as Numbers<Facts>)[key] = into[key] + more[key];
  }
}

/** Adds lists of numbers up, place by place, into the first of them. */
export function addPlaces(into: number[] | Float64Array, more: readonly number[] | Float64Array): void {
  for (let place = 0; place < more.length; place++) into[place] = (into[place] ?? 0) + (more[place] ?? 0);
}

/** Puts single values behind others; there may be more of them than a call takes arguments. */
export function append(into: number[], more: readonly number[]): void {
  for (const value of more) into.push(value);
}
