import { readFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

const name = 'kernel.ts';

/** Compiles the kernel into a module that holds it. */
export async function compileKernel(): Promise<string> {
  const source = await readFile(new URL(`../../kernel/${name}`, import.meta.url), 'utf8');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [name, '-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--outFile', 'kernel.wasm'],
    {
      readFile: (file) => (file === name ? source : null),
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === undefined) throw new Error(`The kernel cannot be compiled. ${stderr.toString()}`);
  return `// Compiled from kernel/kernel.ts by \`npm run generate\`.
export const kernel =
  '${Buffer.from(binary).toString('base64')}';
`;
}
