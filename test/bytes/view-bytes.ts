import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const views = resolve(import.meta.dirname, '../../packages/react/src/views.ts');

/** What a host pays for one view: its code and all it imports, minified and gzipped, with React external and without CSS. */
export async function bytesOfView(name: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from ${JSON.stringify(views)};`, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    conditions: ['@plimsoll/source'],
    external: ['react', 'react-dom', 'react/jsx-runtime'],
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length;
}

/** The most that each view may weigh, in bytes: 3 kB, and 6 kB for a whole survey. */
export const byteBudgets: Readonly<Record<string, number>> = {
  MetricCardView: 3_000,
  HealthGaugeView: 3_000,
  NpsScoreView: 3_000,
  NpsSurveyView: 6_000,
};
