import {
  currencyExponent,
  defaultPolicy,
  isTimeZone,
  metricKeys,
  type Policy,
  type PolicySwitch,
  policySwitches,
} from '@plimsoll/metrics';
import { InvalidSetting } from '../errors.ts';
import type { MetricTargets, WorkspaceRecord } from '../records/workspace.ts';

const workspaceKey = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Checks what a workspace is made with. @throws InvalidSetting */
export function checkWorkspace(workspace: WorkspaceRecord): void {
  if (!workspaceKey.test(workspace.key)) {
    throw new InvalidSetting(
      `InvalidSetting: "${workspace.key}" is not a key for a workspace. It stands in API keys and addresses. Use 1 to 63 of a–z, 0–9 and -, beginning and ending with a letter or digit.`,
    );
  }
  if (workspace.name.trim() === '') {
    throw new InvalidSetting(
      'InvalidSetting: the workspace has no name. People would see nothing in its place. Give it one.',
    );
  }
  if (currencyExponent(workspace.currency) === undefined) {
    throw new InvalidSetting(
      `InvalidSetting: "${workspace.currency}" is not a currency that is known. Every amount is reported in it. Give an ISO 4217 code in capitals, such as USD.`,
    );
  }
  if (!isTimeZone(workspace.timeZone)) {
    throw new InvalidSetting(
      `InvalidSetting: "${workspace.timeZone}" is not a time zone that is known. Days and months begin in it. Give an IANA name, such as Europe/Berlin.`,
    );
  }
  checkFiscalYear(workspace.fiscalYearStartsIn ?? 1);
  checkPolicy(workspace.policy ?? {});
}

/** Checks the month in which a fiscal year starts. @throws InvalidSetting */
export function checkFiscalYear(startsIn: number): void {
  if (Number.isInteger(startsIn) && startsIn >= 1 && startsIn <= 12) return;
  throw new InvalidSetting(
    `InvalidSetting: a fiscal year cannot start in month ${startsIn}. Fiscal quarters and years are counted from it. Give a month from 1 to 12.`,
  );
}

/** Checks the switches of a policy. @throws InvalidSetting */
export function checkPolicy(policy: Partial<Policy>): void {
  for (const [key, value] of Object.entries(policy)) {
    const known = policySwitches.find((candidate) => candidate.key === key);
    if (known === undefined) {
      throw new InvalidSetting(
        `InvalidSetting: there is no policy switch "${key}". It would change nothing. Use one of ${policySwitches.map((candidate) => candidate.key).join(', ')}.`,
      );
    }
    const fits = known.values === undefined ? isCount(value, known) : Object.hasOwn(known.values, String(value));
    if (!fits) {
      const values = known.values === undefined ? numbersOf(known) : `one of ${Object.keys(known.values).join(', ')}`;
      throw new InvalidSetting(
        `InvalidSetting: the policy switch "${key}" cannot be ${String(value)}. Numbers are computed by it. Give ${values}.`,
      );
    }
  }
  const { userAdoptionAtLeast: atLeast, userAdoptionWeeks: weeks } = { ...defaultPolicy, ...policy };
  if (atLeast > weeks) {
    throw new InvalidSetting(
      `InvalidSetting: the policy switch "userAdoptionAtLeast" is ${atLeast}, more than the ${weeks} weeks of "userAdoptionWeeks". No user could ever have adopted. Give no more than there are weeks.`,
    );
  }
}

function numbersOf({ nullable, most }: PolicySwitch): string {
  const range = most === undefined ? 'of 1 or more' : `from 1 to ${most}`;
  return `a whole number ${range}${nullable === true ? ', or null for none' : ''}`;
}

function isCount(value: unknown, { nullable = false, most = Number.POSITIVE_INFINITY }: PolicySwitch): boolean {
  if (value === null) return nullable;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}

/** Checks targets. @throws InvalidSetting */
export function checkTargets(targets: MetricTargets): void {
  for (const [key, target] of Object.entries(targets)) {
    if (!metricKeys.some((metric) => metric === key)) {
      throw new InvalidSetting(
        `InvalidSetting: there is no metric "${key}". A target for it would never be shown. Use one of ${metricKeys.join(', ')}.`,
      );
    }
    if (!Number.isFinite(target.value) || !Number.isFinite(target.watch ?? 0)) {
      throw new InvalidSetting(
        `InvalidSetting: the target of ${key} is not a number. Nothing can be held against it. Give finite numbers.`,
      );
    }
  }
}
