import { defaultPolicy, type Policy, type PolicySwitch, policySwitches } from './policy.ts';

/** Why a policy cannot be meant. */
export interface PolicyFault {
  /** The switch it is about, as it was given. */
  readonly key: string;
  /** What is wrong, why it matters and what to do, as it goes on after a colon. */
  readonly message: string;
}

/**
 * What is wrong with switches that are to be laid over a policy; `undefined` where nothing is. They may come from outside,
 * so neither their names nor their values need be what their type says.
 *
 * @param over what the other switches are; where nothing is set when left out
 */
export function policyFault(switches: Partial<Policy>, over: Policy = defaultPolicy): PolicyFault | undefined {
  for (const [key, value] of Object.entries(switches)) {
    const known = policySwitches.find((candidate) => candidate.key === key);
    if (known === undefined) {
      const names = policySwitches.map((candidate) => candidate.key).join(', ');
      return {
        key,
        message: `there is no policy switch "${key}". It would change nothing. Use one of ${names}.`,
      };
    }
    if (!takes(known, value)) {
      return {
        key,
        message: `the policy switch "${key}" cannot be ${String(value)}. Numbers are computed by it. Give ${switchValues(known)}.`,
      };
    }
  }
  const { userAdoptionAtLeast: atLeast, userAdoptionWeeks: weeks } = { ...over, ...switches };
  if (atLeast <= weeks) return undefined;
  return {
    key: 'userAdoptionAtLeast',
    message: `the policy switch "userAdoptionAtLeast" is ${atLeast}, more than the ${weeks} weeks of "userAdoptionWeeks". No user could ever have adopted. Give no more than there are weeks.`,
  };
}

/** What a switch may be, in words: `one of periodic, trailing12Cohort` or `a whole number from 1 to 60`. */
export function switchValues({ values, most, nullable }: PolicySwitch): string {
  if (values !== undefined) return `one of ${Object.keys(values).join(', ')}`;
  const range = most === undefined ? 'of 1 or more' : `from 1 to ${most}`;
  return `a whole number ${range}${nullable === true ? ', or null for none' : ''}`;
}

function takes({ values, most = Number.POSITIVE_INFINITY, nullable = false }: PolicySwitch, value: unknown): boolean {
  if (values !== undefined) return typeof value === 'string' && Object.hasOwn(values, value);
  if (value === null) return nullable;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}
