import { stripVTControlCharacters } from 'node:util';
import { EmbedError } from '@plimsoll/embed';
import { MetricsError } from '@plimsoll/metrics';
import { InvalidSetting, StoreError } from '@plimsoll/store';
import { type CommandDef, renderUsage, runCommand } from 'citty';
import { CommandError } from './command-error.ts';
import type { DescribedMeta } from './define-command.ts';
import { mainCommand } from './main-command.ts';
import { bold, print, printAside } from './terminal.ts';
import { version } from './version.ts';

/**
 * Runs a command line and sets the exit code. Failures that were foreseen print their message; others print it with what
 * to do, and where they happened only with `LOG_LEVEL=debug`.
 */
export async function runCli(argv: readonly string[]): Promise<void> {
  const [name] = argv;
  const asksHelp = argv.includes('--help') || argv.includes('-h');
  try {
    if (name === '--version' || name === '-v') return print(version);
    if (name === undefined || asksHelp) return print(plain(await help(name), process.stdout));
    await runCommand(mainCommand, { rawArgs: [...argv] });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    if (isForeseen(error)) {
      printAside(error.message.startsWith(`${error.name}: `) ? error.message : `${error.name}: ${error.message}`);
    } else if (isMisuse(error)) {
      const see = ['plimsoll', knownName(name) ?? [], '--help'].flat().join(' ');
      printAside(plain(`UsageError: ${error.message}. Nothing was done. See: ${see}`, process.stderr));
    } else printAside(describeUnforeseen(error));
  }
}

function describeUnforeseen(error: unknown, env: NodeJS.ProcessEnv = process.env): string {
  const what = error instanceof Error ? error.message : String(error);
  const sentence = `UnexpectedError: ${what}. This was not foreseen. What was stored before stays. Run it again with LOG_LEVEL=debug to see where it happened, and report that.`;
  const isTraced = ['debug', 'trace'].includes(env.LOG_LEVEL ?? '');
  return isTraced && error instanceof Error ? `${sentence}\n${error.stack ?? ''}` : sentence;
}

/** The parser colours what it says whether or not anybody can see it. */
function plain(text: string, stream: NodeJS.WriteStream): string {
  return stream.isTTY && process.env.NO_COLOR === undefined ? text : stripVTControlCharacters(text);
}

function isForeseen(error: unknown): error is Error {
  return (
    error instanceof CommandError ||
    error instanceof StoreError ||
    error instanceof EmbedError ||
    error instanceof MetricsError
  );
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommandError) return error.exitCode;
  return isMisuse(error) || error instanceof InvalidSetting ? 2 : 1;
}

/** The parser's own refusals, which carry no class that it exports. */
function isMisuse(error: unknown): error is Error {
  return error instanceof Error && error.name === 'CLIError';
}

function knownName(name: string | undefined): string | undefined {
  const commands = mainCommand.subCommands;
  return name !== undefined && typeof commands === 'object' && Object.hasOwn(commands, name) ? name : undefined;
}

async function help(name: string | undefined): Promise<string> {
  const known = knownName(name);
  const command = known === undefined ? mainCommand : await subCommand(known);
  const meta = await resolved(command.meta);
  const usage = await renderUsage(command, known === undefined ? undefined : mainCommand);
  if (!isDescribed(meta)) return usage;
  const examples = meta.examples.map((example) => `  ${example}`).join('\n');
  return [usage, `${bold('EXAMPLES')}\n\n${examples}`, ...meta.notes].join('\n\n');
}

async function subCommand(name: string): Promise<CommandDef> {
  // citty types subcommands by name as anything that resolves to a command.
  const commands = mainCommand.subCommands as Record<string, () => Promise<CommandDef>>;
  return (await commands[name]?.()) ?? mainCommand;
}

async function resolved<T>(value: T | Promise<T> | (() => T) | (() => Promise<T>) | undefined): Promise<T | undefined> {
  return typeof value === 'function' ? (value as () => T | Promise<T>)() : value;
}

function isDescribed(meta: unknown): meta is DescribedMeta {
  return typeof meta === 'object' && meta !== null && 'examples' in meta && 'notes' in meta;
}
