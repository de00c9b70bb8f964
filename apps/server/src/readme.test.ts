import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plimsoll, scratchFolder } from './testing/plimsoll-process.ts';

it('does what the README says', { timeout: 90_000 }, async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [accounts, subscriptions] = [...readme.matchAll(/```csv\n(.*?)```/gs)].map(([, csv]) => csv ?? '');
  const commands = [...readme.matchAll(/^npx plimsoll (?!demo|serve)(.*)$/gm)].map(([, line]) => line ?? '');
  expect(commands.map((command) => command.split(' ')[0])).toEqual([
    'import',
    'import',
    'token',
    'doctor',
    'keys',
    'keys',
    'keys',
  ]);
  const folder = await scratchFolder();
  try {
    await writeFile(join(folder.path, 'accounts.csv'), accounts ?? '');
    await writeFile(join(folder.path, 'subscriptions.csv'), subscriptions ?? '');
    for (const command of commands) {
      const outcome = await plimsoll(folder.path, command.split(' '));
      expect(outcome).toMatchObject({ code: 0 });
    }
  } finally {
    await folder.remove();
  }
});
