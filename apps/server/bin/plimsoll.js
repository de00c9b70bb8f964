#!/usr/bin/env -S node --liftoff-only
// The flag keeps the database's WebAssembly from being compiled a second time: that would take half a gigabyte for some
// seconds at every start, and makes an import faster by a twelfth.
// As published this runs what was built; in the workspace it runs the source, which no build has to be fresh for.
import { existsSync } from 'node:fs';
import * as modules from 'node:module';

// Halves the time to the first word of every start after the first.
modules.enableCompileCache?.();

const source = new URL('../src/plimsoll.ts', import.meta.url);

if (!existsSync(source)) {
  await import('../dist/plimsoll.js');
} else if (modules.registerHooks === undefined) {
  process.stderr.write(
    `NodeTooOld: Plimsoll's source needs Node 22.18 or later and this is ${process.version}. Run it through npm (npx plimsoll …), which finds the Node that npm ci installed.\n`,
  );
  process.exitCode = 1;
} else {
  modules.registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, { ...context, conditions: ['@plimsoll/source', ...context.conditions] }),
  });
  await import(source.href);
}
