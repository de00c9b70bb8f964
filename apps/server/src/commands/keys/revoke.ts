import { openStore, type Revocation } from '@plimsoll/store';
import { CommandError, UsageError } from '../../cli/command-error.ts';
import { describeCommand } from '../../cli/define-command.ts';
import { storeArgs, storeOptions } from '../../cli/store-options.ts';
import { print } from '../../cli/terminal.ts';
import { kindArgs, kindOf } from '../../keys/kind-of-key.ts';
import { parseInstant } from '../../keys/parse-instant.ts';
import { chooseWorkspace } from '../../workspace/ensure-workspace.ts';

/** `plimsoll keys revoke`: makes a key, or embed tokens, stop working. */
export const revoke = describeCommand({
  name: 'keys revoke',
  description: 'Make a key, or embed tokens, stop working',
  args: {
    id: { type: 'positional', required: false, description: 'Id of the key, with --api or --embed' },
    ...kindArgs,
    tokens: { type: 'boolean', description: 'Embed tokens, with one of --before, --subject and --jti' },
    before: { type: 'string', valueHint: 'INSTANT', description: 'Every token issued before 2026-11-28T10:00:00Z' },
    subject: { type: 'string', valueHint: 'ID', description: 'Every token that a subject holds now' },
    jti: { type: 'string', valueHint: 'ID', description: 'One token, by its claim jti' },
    workspace: { type: 'string', valueHint: 'KEY', description: 'The workspace; needed where there are several' },
    ...storeArgs,
  },
  examples: ['plimsoll keys revoke --api 5f0c21d9a3be', 'plimsoll keys revoke --tokens --subject user-17'],
  run: async (args) => {
    const target = targetOf(args);
    const store = await openStore(storeOptions(args));
    try {
      const workspace = await chooseWorkspace(store, args.workspace);
      if (target.kind === 'tokens') {
        await workspace.revokeTokens(target.revocation);
        print(`Revoked ${target.text} in the workspace ${workspace.key}.`);
        return 0;
      }
      const { kind, id } = target;
      const revoked = await (kind === 'api' ? workspace.revokeApiKey(id) : workspace.revokeEmbedKey(id));
      const name = `${kind === 'api' ? 'API' : 'embed'} key ${id}`;
      if (!revoked) {
        throw new CommandError(
          `The workspace ${workspace.key} has no ${name} that works. Nothing was revoked. See: plimsoll keys list --${kind}`,
        );
      }
      print(`Revoked the ${name} of the workspace ${workspace.key}.`);
      return 0;
    } finally {
      await store.close();
    }
  },
});

type Target =
  | { readonly kind: 'api' | 'embed'; readonly id: string }
  | { readonly kind: 'tokens'; readonly revocation: Revocation; readonly text: string };

interface RevokeArgs {
  readonly id?: string | undefined;
  readonly api?: boolean | undefined;
  readonly embed?: boolean | undefined;
  readonly tokens?: boolean | undefined;
  readonly before?: string | undefined;
  readonly subject?: string | undefined;
  readonly jti?: string | undefined;
}

function targetOf(args: RevokeArgs): Target {
  const which = tokenTargets(args);
  const keys = args.api === true || args.embed === true || args.id !== undefined;
  if (args.tokens !== true && which.length === 0) {
    const kind = kindOf(args);
    if (args.id !== undefined) return { kind, id: args.id };
    throw new UsageError(
      `It is not said which key to revoke. Nothing was revoked. Give its id: plimsoll keys list --${kind}`,
    );
  }
  const [only, ...others] = which;
  if (args.tokens === true && !keys && only !== undefined && others.length === 0) return only;
  throw new UsageError(
    'It is not clear what to revoke. Nothing was revoked. Give either --api ID, or --embed ID, or --tokens with exactly one of --before INSTANT, --subject ID and --jti ID.',
  );
}

function tokenTargets({ before, subject, jti }: RevokeArgs): readonly Target[] {
  const kind = 'tokens';
  const targets: Target[] = [];
  if (before !== undefined) {
    const instant = parseInstant(before);
    const text = `every token issued before ${new Date(instant).toISOString()}`;
    targets.push({ kind, revocation: { before: instant }, text });
  }
  if (subject !== undefined) targets.push({ kind, revocation: { subject }, text: `every token of ${subject}` });
  if (jti !== undefined) targets.push({ kind, revocation: { jti }, text: `the token ${jti}` });
  return targets;
}
