/** A line of text without its line break. */
export interface TextLine {
  /** 1 for the file's first. */
  readonly line: number;
  readonly text: string;
  /** Whether it is longer than the limit: `text` is then its beginning. */
  readonly cut: boolean;
}

/** How much is kept of a line that is too long. */
const kept = 1_000;

/**
 * Reads lines in constant memory, giving those that end in one piece of text after the other's. Blank ones are left out. Lines end in LF or CRLF.
 *
 * @param chunks decoded text, cut anywhere
 * @param longest in characters; a longer line is passed over and its beginning given
 */
export async function* readLines(chunks: AsyncIterable<string>, longest: number): AsyncGenerator<readonly TextLine[]> {
  let rest = '';
  let cut = false;
  let line = 1;
  const take = (text: string): TextLine | undefined => {
    const isCut = cut || text.length > longest;
    const taken: TextLine = { line, text: isCut ? text.slice(0, kept) : text.replace(/\r$/, ''), cut: isCut };
    cut = false;
    line += 1;
    return taken.text.trim() === '' && !taken.cut ? undefined : taken;
  };
  for await (const chunk of chunks) {
    const lines: TextLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      const taken = take(cut ? rest : rest + chunk.slice(from, end));
      rest = '';
      from = end + 1;
      if (taken !== undefined) lines.push(taken);
    }
    yield lines;
    if (cut) continue;
    rest += chunk.slice(from);
    if (rest.length > longest) {
      cut = true;
      rest = rest.slice(0, kept);
    }
  }
  if (rest !== '') {
    const taken = take(rest);
    if (taken !== undefined) yield [taken];
  }
}
