import { SingleBar } from 'cli-progress';
import { grouped } from '../cli/terminal.ts';
import type { ImportTally } from './import-rows.ts';
import type { TextSource } from './text-source.ts';

/** Shows how far an import is. */
export interface Progress {
  update(tally: Readonly<ImportTally>): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere a line every so often, so that a log of a long import shows life. */
export function showProgress(source: TextSource, stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY && source.size !== undefined
    ? showBar(source, source.size, stream)
    : showLines(stream, performance.now());
}

function showBar(source: TextSource, size: number, stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar({
    stream,
    format: '  {bar} {percentage}% · {rows} rows · {rejected} rejected · {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(size, 0, { rows: '0', rejected: '0' });
  return {
    update: (tally) => bar.update(source.position(), { rows: grouped(tally.rows), rejected: grouped(tally.rejected) }),
    stop: () => bar.stop(),
  };
}

const lineEvery = 10_000;

function showLines(stream: NodeJS.WriteStream, started: number): Progress {
  let shown = started;
  return {
    update: (tally) => {
      if (performance.now() - shown < lineEvery) return;
      shown = performance.now();
      stream.write(`${grouped(tally.rows)} rows read, ${grouped(tally.rejected)} rejected\n`);
    },
    stop: () => undefined,
  };
}
