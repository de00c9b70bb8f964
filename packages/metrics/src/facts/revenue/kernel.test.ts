import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { compileKernel } from '../../testing/compile-kernel.ts';

it('is compiled from its source', async () => {
  const generated = await readFile(new URL('generated/kernel.ts', import.meta.url), 'utf8');
  expect(generated, 'the kernel has changed: npm run generate').toBe(await compileKernel());
});
