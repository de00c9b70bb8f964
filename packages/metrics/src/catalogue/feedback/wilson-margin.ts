/**
 * Half the width of Wilson's 95 % interval of a share. Unlike the normal one it is never 0: five satisfied people out of
 * five leave room for a sixth who is not. The interval itself stands a little nearer to a half than the share does. 0
 * without answers.
 *
 * @example wilsonMargin(80, 100) // 0.0778
 * @see https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm
 */
export function wilsonMargin(hits: number, n: number): number {
  if (n === 0) return 0;
  const share = hits / n;
  const z = 1.96;
  return (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
}
