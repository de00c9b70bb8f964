import type { ArgsDef } from 'citty';
import { UsageError } from './command-error.ts';

/**
 * Refuses what the parser would pass over: options that the command does not have, options without their value, and words
 * too many.
 *
 * @throws UsageError
 */
export function checkArguments(command: string, args: ArgsDef, rawArgs: readonly string[]): void {
  const positionals = Object.values(args).filter(({ type }) => type === 'positional').length;
  const help = `See: plimsoll ${command} --help`;
  let words = 0;
  for (let index = 0; index < rawArgs.length; index++) {
    const raw = rawArgs[index] ?? '';
    if (!raw.startsWith('-') || raw === '-') {
      words += 1;
      if (words > positionals) throw new UsageError(`"${raw}" is one word too many. Nothing was done. ${help}`);
      continue;
    }
    const [name = '', value] = raw.replace(/^--/, '').split(/=(.*)/s);
    const option = Object.hasOwn(args, name) ? args[name] : undefined;
    if (option === undefined || option.type === 'positional')
      throw new UsageError(`There is no option ${raw}. Nothing was done, because it must have been meant. ${help}`);
    if (option.type === 'boolean') continue;
    const next = value ?? rawArgs[++index];
    if (next === undefined || next === '' || (value === undefined && next.startsWith('--')))
      throw new UsageError(`The option --${name} lacks its value. Nothing was done. ${help}`);
  }
}

/** Every value of an option that may be given more than once, in order. The parser keeps the last alone. */
export function repeatedOption(rawArgs: readonly string[], name: string): readonly string[] {
  return rawArgs.flatMap((raw, index) => {
    if (raw === `--${name}`) return [rawArgs[index + 1] ?? ''];
    return raw.startsWith(`--${name}=`) ? [raw.slice(name.length + 3)] : [];
  });
}
