import { stat } from 'node:fs/promises';
import { describeCommand } from '../cli/define-command.ts';
import { addressOf } from '../cli/server-options.ts';
import { storeArgs, storeOptions } from '../cli/store-options.ts';
import { print } from '../cli/terminal.ts';
import { checkClock, checkDataDir, checkDurability, checkNode, checkPort } from '../doctor/check-machine.ts';
import { checkRecords } from '../doctor/check-records.ts';
import type { Finding } from '../doctor/finding.ts';

/** `plimsoll doctor`: what is wrong, and how to mend it. */
export const doctor = describeCommand({
  name: 'doctor',
  description: 'Say what is wrong, and how to mend it',
  args: {
    port: { type: 'string', valueHint: 'NUMBER', description: 'The port that a server would take (PORT, or 4000)' },
    host: { type: 'string', valueHint: 'ADDRESS', description: 'The address that it would take (HOST)' },
    ...storeArgs,
  },
  examples: ['plimsoll doctor', 'DATABASE_URL=postgres://plimsoll@db/plimsoll plimsoll doctor'],
  notes: ['Exit code: 0 where nothing fails, 1 where something does. Warnings alone are 0.'],
  run: async (args) => {
    const options = storeOptions(args);
    const findings: Finding[] = [checkNode(), checkClock(), await checkPort(addressOf(args))];
    const { dataDir } = options;
    if (options.databaseUrl === undefined && dataDir !== undefined) {
      const folder = await checkDataDir(dataDir);
      findings.push(folder, checkDurability(options));
      const there = await stat(dataDir).then(
        () => true,
        () => false,
      );
      if (folder.status !== 'fail' && there) findings.push(...(await checkRecords(options)));
    } else findings.push(...(await checkRecords(options)));
    for (const finding of findings) print(lines(finding));
    const failed = findings.filter(({ status }) => status === 'fail').length;
    print(failed === 0 ? '\nNothing fails.' : `\n${failed} of ${findings.length} checks fail.`);
    return failed === 0 ? 0 : 1;
  },
});

function lines({ status, subject, detail, mend }: Finding): string {
  const first = `${status.padEnd(4)}  ${subject}: ${detail}`;
  return mend === undefined ? first : `${first}\n      → ${mend}`;
}
