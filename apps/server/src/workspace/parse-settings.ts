import { policySwitches } from '@plimsoll/metrics';
import type { MetricTarget, SettingsChange } from '@plimsoll/store';
import { UsageError } from '../cli/command-error.ts';

/** Settings as they were typed. */
export interface TypedSettings {
  /** `SWITCH=VALUE`. */
  readonly switches: readonly string[];
  /** `METRIC=VALUE`, `METRIC=VALUE,WATCH` or `METRIC=none`. */
  readonly targets: readonly string[];
  readonly fiscalYearStartsIn?: string | undefined;
  readonly name?: string | undefined;
  /** Keys of traits; `none` alone for an empty list. */
  readonly internalTraits: readonly string[];
}

/**
 * What is to change by what was typed. Whether there are such switches and metrics, and what they may be, is for the store
 * to say.
 *
 * @throws UsageError for what cannot be read at all
 */
export function settingsFrom({
  switches,
  targets,
  fiscalYearStartsIn,
  name,
  internalTraits,
}: TypedSettings): SettingsChange {
  return {
    ...(name === undefined ? {} : { name }),
    ...(fiscalYearStartsIn === undefined ? {} : { fiscalYearStartsIn: Number(fiscalYearStartsIn) }),
    ...(switches.length === 0 ? {} : { policy: Object.fromEntries(switches.map(switchFrom)) }),
    ...(targets.length === 0 ? {} : { targets: Object.fromEntries(targets.map(targetFrom)) }),
    ...(internalTraits.length === 0 ? {} : { internalTraits: internalTraits.filter((key) => key !== 'none') }),
  };
}

function switchFrom(text: string): readonly [string, string | number | null] {
  const [key, value] = halves('set', text, 'SWITCH=VALUE, such as churnAt=cancellation');
  const isNumber = policySwitches.some((entry) => entry.key === key && entry.values === undefined);
  if (!isNumber) return [key, value];
  if (value === 'none' || value === 'null') return [key, null];
  return [key, /^\d+$/.test(value) ? Number(value) : value];
}

function targetFrom(text: string): readonly [string, MetricTarget | null] {
  const form = 'METRIC=VALUE or METRIC=VALUE,WATCH, such as NRR=1.05,0.98, or METRIC=none';
  const [metric, value] = halves('target', text, form);
  const key = metric.toUpperCase();
  if (value === 'none') return [key, null];
  const numbers = value.split(',').map((part) => (/^-?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN));
  const [target = Number.NaN, watch] = numbers;
  if (numbers.length > 2 || numbers.some(Number.isNaN)) {
    throw new UsageError(
      `"${value}" is no target for ${key}. Nothing was set. Give numbers in the metric’s unit, 1.05 for 105 %: ${form}.`,
    );
  }
  return [key, watch === undefined ? { value: target } : { value: target, watch }];
}

function halves(option: string, text: string, form: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at > 0 && at < text.length - 1) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(`--${option} ${text} says no value. Nothing was set. Give ${form}.`);
}
