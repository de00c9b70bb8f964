import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const source = new URL('../src/styles/', import.meta.url);
const target = new URL('../dist/', import.meta.url);

/** Puts the files that `styles.css` imports together in order, without comments and needless space, as `dist/styles.css`. */
function buildStyles(): string {
  const entry = readFileSync(new URL('styles.css', source), 'utf8');
  const files = [...entry.matchAll(/@import '\.\/(.+?)';/g)].map(([, name = '']) => new URL(name, source));
  return files
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{}:;,>]) ?/g, (match, sign) => (sign === ':' || sign === '>' ? match.trimEnd() : sign))
    .trim();
}

mkdirSync(target, { recursive: true });
writeFileSync(new URL('styles.css', target), `${buildStyles()}\n`);
