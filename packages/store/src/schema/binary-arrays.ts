import type { ElementValue } from './element-value.ts';

/** Element types of arrays that are sent as the bytes the database works with. */
export type BinaryType = 'uuid' | 'smallint' | 'int' | 'bigint' | 'float8';

/** How elements of a type are sent. */
interface Encoding {
  readonly elementOid: number;
  readonly arrayOid: number;
  readonly size: number;
  /** Writes a value. `false` where it is none of the type. */
  readonly write: (bytes: DataView, at: number, value: ElementValue) => boolean;
}

const encodings: Readonly<Record<BinaryType, Encoding>> = {
  smallint: { elementOid: 21, arrayOid: 1005, size: 2, write: writeSmallint },
  int: { elementOid: 23, arrayOid: 1007, size: 4, write: writeInt },
  bigint: { elementOid: 20, arrayOid: 1016, size: 8, write: writeBigint },
  float8: { elementOid: 701, arrayOid: 1022, size: 8, write: writeFloat },
  uuid: { elementOid: 2950, arrayOid: 2951, size: 16, write: writeUuid },
};

/** The types, as PostgreSQL numbers them, of parameters that {@link binaryArray} makes. */
export const binaryArrayOids = Object.values(encodings).map(({ arrayOid }) => arrayOid);

export function isBinaryType(type: string): type is BinaryType {
  return Object.hasOwn(encodings, type);
}

const headerSize = 20;

/**
 * An array in PostgreSQL's binary format, which costs both sides a fraction of writing and reading digits. `undefined` where
 * a value is none of the type.
 *
 * @see https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/utils/adt/arrayfuncs.c array_recv
 */
export function binaryArray(type: BinaryType, values: readonly ElementValue[]): Buffer | undefined {
  const { elementOid, size, write } = encodings[type];
  const buffer = Buffer.allocUnsafe(headerSize + values.length * (4 + size));
  const bytes = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  let at = headerSize;
  for (const value of values) {
    if (value === null) {
      bytes.setInt32(at, -1);
      at += 4;
      continue;
    }
    bytes.setInt32(at, size);
    if (!write(bytes, at + 4, value)) return undefined;
    at += 4 + size;
  }
  const full = headerSize + values.length * (4 + size);
  // Dimensions, whether any is NULL, the type; then how many there are, counted from 1.
  [values.length === 0 ? 0 : 1, at < full ? 1 : 0, elementOid, values.length, 1].forEach((number, place) => {
    bytes.setInt32(4 * place, number);
  });
  return buffer.subarray(0, values.length === 0 ? 12 : at);
}

function writeSmallint(bytes: DataView, at: number, value: ElementValue): boolean {
  if (typeof value !== 'number' || value !== (value << 16) >> 16) return false;
  bytes.setInt16(at, value);
  return true;
}

function writeInt(bytes: DataView, at: number, value: ElementValue): boolean {
  if (typeof value !== 'number' || value !== (value | 0)) return false;
  bytes.setInt32(at, value);
  return true;
}

function writeBigint(bytes: DataView, at: number, value: ElementValue): boolean {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return false;
  bytes.setInt32(at, Math.floor(value / 4_294_967_296));
  bytes.setInt32(at + 4, value >>> 0);
  return true;
}

function writeFloat(bytes: DataView, at: number, value: ElementValue): boolean {
  if (typeof value !== 'number') return false;
  bytes.setFloat64(at, value);
  return true;
}

/** Where each byte of a UUID stands in its text. */
const bytePlaces = Uint8Array.of(0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34);
const notHex = 0x100;
const hexDigits = Uint16Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? notHex : digit;
});

function notDash(text: string, place: number): number {
  return text.charCodeAt(place) === 0x2d ? 0 : notHex;
}

function writeUuid(bytes: DataView, at: number, value: ElementValue): boolean {
  if (typeof value !== 'string' || value.length !== 36) return false;
  let all = notDash(value, 8) | notDash(value, 13) | notDash(value, 18) | notDash(value, 23);
  for (let byte = 0; byte < 16; byte++) {
    const place = bytePlaces[byte] ?? 0;
    const high = hexDigits[value.charCodeAt(place)] ?? notHex;
    const low = hexDigits[value.charCodeAt(place + 1)] ?? notHex;
    all |= high | low;
    bytes.setUint8(at + byte, (high << 4) | low);
  }
  return (all & notHex) === 0;
}
