import { writeFileSync } from 'node:fs';
import { compileKernel } from '../src/testing/compile-kernel.ts';

writeFileSync(new URL('../src/facts/revenue/generated/kernel.ts', import.meta.url), await compileKernel());
