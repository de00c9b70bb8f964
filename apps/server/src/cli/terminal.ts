/** Writes what a command is asked for. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes what goes beside it: warnings, progress, failures. */
export function printAside(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Whole numbers as people read them: 12,345. */
export function grouped(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
}

/** Emphasis where the terminal can show it. */
export function bold(text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY && process.env.NO_COLOR === undefined ? `\u001b[1m${text}\u001b[22m` : text;
}
