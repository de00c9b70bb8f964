/** Reads whole numbers written one after the other with single blanks between, without a text for each. */
export function unpackIntegers(packed: string): Float64Array {
  if (packed === '') return new Float64Array();
  let count = 1;
  for (let at = 0; at < packed.length; at++) if (packed.charCodeAt(at) === 32) count++;
  const numbers = new Float64Array(count);
  let index = 0;
  let value = 0;
  let sign = 1;
  for (let at = 0; at < packed.length; at++) {
    const code = packed.charCodeAt(at);
    if (code === 32) {
      numbers[index++] = sign * value;
      value = 0;
      sign = 1;
    } else if (code === 45) sign = -1;
    else value = value * 10 + (code - 48);
  }
  numbers[index] = sign * value;
  return numbers;
}
