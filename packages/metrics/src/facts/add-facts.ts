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
export function addPlaces(into: number[], more: readonly number[]): void {
  more.forEach((number, place) => {
    into[place] = (into[place] ?? 0) + number;
  });
}

/** Puts single values behind others; there may be more of them than a call takes arguments. */
export function append(into: number[], more: readonly number[]): void {
  for (const value of more) into.push(value);
}
