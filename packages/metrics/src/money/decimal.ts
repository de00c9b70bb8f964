const plainDecimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a plain decimal such as `-12.50` as a whole number of units of 10^-`exponent`: exact, never a binary float.
 * `undefined` where it is not a plain decimal (`1e3`, `1,000`, blank) or has more decimals than `exponent` allows
 * (trailing zeros are free).
 *
 * @example parseDecimal('29.85', 2) // 2985n
 */
export function parseDecimal(text: string, exponent: number): bigint | undefined {
  const match = plainDecimal.exec(text);
  if (match === null) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > exponent) return undefined;
  const units = BigInt(`${match[2]}${fraction.padEnd(exponent, '0')}`);
  return match[1] === '-' ? -units : units;
}

/**
 * Writes units of 10^-`exponent` as a decimal with exactly that many decimals.
 *
 * @example formatDecimal(-5n, 2) // '-0.05'
 */
export function formatDecimal(units: bigint, exponent: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const sign = units < 0n ? '-' : '';
  return exponent === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}
