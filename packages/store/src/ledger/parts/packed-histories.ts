import type { NumberColumn } from '../placement.ts';
import type { LoadedHistories } from './account-histories.ts';

/** How a number is packed: big-endian, as the database's own `send` functions write it. */
export type Packing = 'byte' | 'short' | 'int' | 'float';

const idBytes = 16;
const bytesOf: Readonly<Record<Packing, number>> = { byte: 1, short: 2, int: 4, float: 8 };

interface ColumnsOf {
  readonly byte: Uint8Array;
  readonly short: Uint16Array;
  readonly int: Int32Array;
  readonly float: Float64Array;
}

/** Columns by name, of the kinds that their packings unpack to. */
export type UnpackedColumns<Shape extends Readonly<Record<string, Packing>>> = {
  readonly [Name in keyof Shape]: ColumnsOf[Shape[Name]];
};

/**
 * Reads rows that the database packed end to end: an account's id, then the numbers of a row. Rows of an account stand
 * together.
 *
 * @param shape the numbers of a row, in order
 */
export function unpackHistories<Shape extends Readonly<Record<string, Packing>>>(
  chunks: readonly Buffer[],
  shape: Shape,
): LoadedHistories<UnpackedColumns<Shape>> {
  const fields = Object.entries(shape);
  const rowBytes = idBytes + fields.reduce((sum, [, packing]) => sum + bytesOf[packing], 0);
  const rows = chunks.reduce((sum, chunk) => sum + chunk.length / rowBytes, 0);
  const offsets: number[] = [];
  const placeOf = new Map<string, number>();
  let row = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += rowBytes, row++) {
      if (at > 0 && isSameId(chunk, at, at - rowBytes)) continue;
      placeOf.set(idAt(chunk, at), offsets.length);
      offsets.push(row);
    }
  }
  offsets.push(rows);
  const columns: Record<string, NumberColumn> = {};
  let skipped = idBytes;
  for (const [name, packing] of fields) {
    columns[name] = unpackColumn(packing, rows, chunks, rowBytes, skipped);
    skipped += bytesOf[packing];
  }
  // The loop above made a column of its kind for each name.
  return { placeOf, offsets: Uint32Array.from(offsets), columns: columns as UnpackedColumns<Shape> };
}

function unpackColumn(
  packing: Packing,
  rows: number,
  chunks: readonly Buffer[],
  rowBytes: number,
  skipped: number,
): NumberColumn {
  const column = { byte: Uint8Array, short: Uint16Array, int: Int32Array, float: Float64Array }[packing];
  const values = new column(rows);
  let row = 0;
  for (const chunk of chunks) {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
    if (packing === 'byte') for (let at = skipped; at < chunk.length; at += rowBytes) values[row++] = view.getUint8(at);
    else if (packing === 'short')
      for (let at = skipped; at < chunk.length; at += rowBytes) values[row++] = view.getUint16(at);
    else if (packing === 'int')
      for (let at = skipped; at < chunk.length; at += rowBytes) values[row++] = view.getInt32(at);
    else for (let at = skipped; at < chunk.length; at += rowBytes) values[row++] = view.getFloat64(at);
  }
  return values;
}

function isSameId(chunk: Buffer, at: number, before: number): boolean {
  // From the end, where ids that were made one after the other differ.
  for (let byte = idBytes - 1; byte >= 0; byte--) if (chunk[at + byte] !== chunk[before + byte]) return false;
  return true;
}

function idAt(chunk: Buffer, at: number): string {
  const hex = chunk.toString('hex', at, at + idBytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
