import { type ArgsDef, type CommandDef, type CommandMeta, defineCommand, type ParsedArgs } from 'citty';
import { checkArguments } from './check-arguments.ts';

/** What a command is, told once for the parser and the help. */
export interface CommandSpec<Args extends ArgsDef> {
  readonly name: string;
  readonly description: string;
  readonly args: Args;
  /** Whole lines as they are typed, for the help. */
  readonly examples: readonly string[];
  /** Further paragraphs of the help. */
  readonly notes?: readonly string[];
  /** @returns the exit code */
  readonly run: (args: ParsedArgs<Args>, rawArgs: readonly string[]) => Promise<number>;
}

/** What the help shows besides what the parser knows. */
export interface DescribedMeta extends CommandMeta {
  readonly examples: readonly string[];
  readonly notes: readonly string[];
}

/** Makes a command that refuses options it does not know: a mistyped `--dry-run` must not import. */
export function describeCommand<const Args extends ArgsDef>(spec: CommandSpec<Args>): CommandDef<Args> {
  const meta: DescribedMeta = {
    name: spec.name,
    description: spec.description,
    examples: spec.examples,
    notes: spec.notes ?? [],
  };
  return defineCommand<Args>({
    meta,
    args: spec.args,
    run: async ({ args, rawArgs }) => {
      checkArguments(spec.name, spec.args, rawArgs);
      process.exitCode = await spec.run(args, rawArgs);
    },
  });
}
