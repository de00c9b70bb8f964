/** Reads a table as RFC 4180 has it, each row by its header's keys. For tests: it takes what is well formed only. */
export function readRows(csv: string): readonly Readonly<Record<string, string>>[] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  const rows: string[][] = [[]];
  for (let match = field.exec(csv); match !== null; match = field.exec(csv)) {
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  const rest = rows.pop();
  if (rest?.length !== 0) throw new Error('The table does not end with a line.');
  const [header = [], ...body] = rows;
  return body.map((cells) => {
    if (cells.length !== header.length) throw new Error(`A row has ${cells.length} cells of ${header.length}.`);
    return Object.fromEntries(header.map((key, index) => [key, cells[index] ?? '']));
  });
}
