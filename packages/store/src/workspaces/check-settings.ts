import { currencyExponent, isTimeZone, metricKeys, type Policy, policyFault } from '@plimsoll/metrics';
import { InvalidSetting } from '../errors.ts';
import type { MetricTargets, WorkspaceRecord } from '../records/workspace.ts';
import { isStorable } from '../schema/storable-text.ts';

/** Characters of a workspace's name. */
const longestName = 200;

const workspaceKey = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Checks what a workspace is made with. @throws InvalidSetting */
export function checkWorkspace(workspace: WorkspaceRecord): void {
  if (!workspaceKey.test(workspace.key)) {
    throw new InvalidSetting(
      `InvalidSetting: "${workspace.key}" is not a key for a workspace. It stands in API keys and addresses. Use 1 to 63 of a–z, 0–9 and -, beginning and ending with a letter or digit.`,
    );
  }
  checkName(workspace.name);
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

/** Checks the name of a workspace. @throws InvalidSetting */
export function checkName(name: string): void {
  if (name.trim() === '') {
    throw new InvalidSetting(
      'InvalidSetting: the workspace has no name. People would see nothing in its place. Give it one.',
      'name',
    );
  }
  if (name.length > longestName || !isStorable(name)) {
    throw new InvalidSetting(
      `InvalidSetting: the name of the workspace has more than ${longestName} characters, or holds a NUL or half a character. It could not be kept or shown. Give a shorter one of plain text.`,
      'name',
    );
  }
}

/** Checks the month in which a fiscal year starts. @throws InvalidSetting */
export function checkFiscalYear(startsIn: number): void {
  if (Number.isInteger(startsIn) && startsIn >= 1 && startsIn <= 12) return;
  throw new InvalidSetting(
    `InvalidSetting: a fiscal year cannot start in month ${startsIn}. Fiscal quarters and years are counted from it. Give a month from 1 to 12.`,
    'fiscalYearStartsIn',
  );
}

/** Checks the switches of a policy. @throws InvalidSetting */
export function checkPolicy(policy: Partial<Policy>): void {
  const fault = policyFault(policy);
  if (fault !== undefined) throw new InvalidSetting(`InvalidSetting: ${fault.message}`, `policy.${fault.key}`);
}

/** Traits that a workspace can mark as internal. */
const maxInternalTraits = 100;

/** Check keys of internal traits, and sort them without repetitions. @throws InvalidSetting */
export function checkInternalTraits(keys: readonly string[]): readonly string[] {
  const distinct = [...new Set(keys)].sort();
  const wrong = distinct.find((key) => key === '' || key.length > 255 || !isStorable(key));
  if (wrong !== undefined) {
    throw new InvalidSetting(
      'InvalidSetting: a key of an internal trait is empty, has more than 255 characters, or cannot be stored. No account has such a trait, so nothing would be protected. Give the key as accounts have it, such as "owner".',
      'internalTraits',
    );
  }
  if (distinct.length > maxInternalTraits) {
    throw new InvalidSetting(
      `InvalidSetting: ${distinct.length} traits are to be internal, and a workspace can mark ${maxInternalTraits}. Nothing was changed. List fewer, or keep what customers must not see out of the traits.`,
      'internalTraits',
    );
  }
  return distinct;
}

/** Checks targets. @throws InvalidSetting */
export function checkTargets(targets: MetricTargets): void {
  for (const [key, target] of Object.entries(targets)) {
    if (!metricKeys.some((metric) => metric === key)) {
      throw new InvalidSetting(
        `InvalidSetting: there is no metric "${key}". A target for it would never be shown. Use one of ${metricKeys.join(', ')}.`,
        `targets.${key}`,
      );
    }
    if (!Number.isFinite(target.value) || !Number.isFinite(target.watch ?? 0)) {
      throw new InvalidSetting(
        `InvalidSetting: the target of ${key} is not a number. Nothing can be held against it. Give finite numbers.`,
        `targets.${key}`,
      );
    }
  }
}
