import { defaultPolicy, metricKeys, policySwitches } from '@plimsoll/metrics';
import type { WorkspaceInfo } from '@plimsoll/store';

/** The settings of a workspace, a line each, as a terminal shows them. What is not the default is marked with `*`. */
export function settingsLines({
  key,
  name,
  currency,
  timeZone,
  fiscalYearStartsIn,
  policy,
  targets,
  internalTraits,
}: WorkspaceInfo): readonly string[] {
  const switches = policySwitches.map(({ key: name, label, values }) => {
    const value = policy[name];
    const meaning = values?.[String(value)];
    const mark = value === defaultPolicy[name] ? ' ' : '*';
    const setting = `${name}=${value ?? 'none'}`;
    return `${mark} ${setting.padEnd(36)}${label}${meaning === undefined ? '' : `: ${meaning}`}`;
  });
  const aims = metricKeys.flatMap((metric) => {
    const target = targets[metric];
    if (target === undefined) return [];
    return [`  ${metric}=${target.value}${target.watch === undefined ? '' : `,${target.watch}`}`];
  });
  return [
    `${key}: ${name}, in ${currency} and ${timeZone}, fiscal year from month ${fiscalYearStartsIn}`,
    '',
    'Policy (* another than by default)',
    ...switches,
    '',
    aims.length === 0 ? 'No targets' : 'Targets',
    ...aims,
    '',
    `Internal traits, which tokens for some accounts never see: ${['csm', ...internalTraits].join(', ')}`,
  ];
}
