import { describe, expect, it } from 'vitest';
import { defaultPolicy, type Policy, policySwitches } from './policy.ts';
import { policyFault, switchValues } from './policy-fault.ts';

const messageOf = (switches: object, over?: Policy) => policyFault(switches, over)?.message;

describe('policyFault', () => {
  it('finds nothing wrong with what a switch may be', () => {
    expect(policyFault({})).toBeUndefined();
    expect(policyFault(defaultPolicy)).toBeUndefined();
    for (const { key, values } of policySwitches) {
      for (const value of Object.keys(values ?? {})) expect(messageOf({ [key]: value })).toBeUndefined();
    }
  });

  it.each([
    ['ltvChurnMonths', 60],
    ['ltvCapMonths', 1_200],
    ['userAdoptionWeeks', 520],
  ] as const)('%s is %i at most', (key, most) => {
    const whole = { ...defaultPolicy, userAdoptionAtLeast: 1 };
    expect(messageOf({ [key]: 1 }, whole)).toBeUndefined();
    expect(messageOf({ [key]: most }, whole)).toBeUndefined();
    for (const value of [0, most + 1, 1.5, String(most), true]) {
      expect(messageOf({ [key]: value }, whole)).toContain(
        `"${key}" cannot be ${value}. Numbers are computed by it. Give a whole number from 1 to ${most}`,
      );
    }
  });

  it('looks at active weeks and weeks together, wherever each comes from', () => {
    expect(policyFault({ userAdoptionAtLeast: 5 })?.key).toBe('userAdoptionAtLeast');
    expect(policyFault({ userAdoptionWeeks: 2 })?.key).toBe('userAdoptionAtLeast');
    expect(policyFault({ userAdoptionAtLeast: 5 }, { ...defaultPolicy, userAdoptionWeeks: 5 })).toBeUndefined();
  });

  it('takes no value for one because objects have it', () => {
    expect(messageOf({ nrrMethod: 'constructor' })).toContain('Give one of periodic, trailing12Cohort.');
    expect(messageOf({ constructor: 'periodic' })).toContain('there is no policy switch "constructor"');
  });
});

describe('switchValues', () => {
  it('says what a switch may be', () => {
    const said = Object.fromEntries(policySwitches.map((entry) => [entry.key, switchValues(entry)]));
    expect(said).toMatchObject({
      nrrMethod: 'one of periodic, trailing12Cohort',
      reactivationWindowDays: 'a whole number of 1 or more, or null for none',
      ltvChurnMonths: 'a whole number from 1 to 60',
    });
  });
});
