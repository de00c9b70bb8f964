/** One record of a CSV file, or a stretch of it that is none. */
export type CsvRecord =
  | {
      readonly kind: 'record';
      /** The line it begins on, 1 for the file's first. */
      readonly line: number;
      readonly fields: readonly string[];
    }
  /** Broken quoting: `raw` is the one line that was given up; reading goes on with the next. */
  | { readonly kind: 'malformed'; readonly line: number; readonly reason: string; readonly raw: string };

/** What stands at a place in the text. */
export type Found =
  | { readonly kind: 'record'; readonly fields: readonly string[]; readonly end: number; readonly lines: number }
  | { readonly kind: 'malformed'; readonly reason: string }
  /** The text ends before the record does. */
  | { readonly kind: 'incomplete' };

/**
 * Reads the record that begins at `start`, as RFC 4180 has it: fields in quotes may hold commas, line breaks and doubled
 * quotes; lines end in CRLF, LF or CR.
 *
 * @param final whether no text follows
 */
export function readRecord(text: string, start: number, final: boolean): Found {
  const fields: string[] = [];
  let at = start;
  let lines = 1;
  while (true) {
    if (text.charCodeAt(at) === quote) {
      const field = quotedField(text, at, final);
      if (field.kind !== 'field') return field;
      fields.push(field.value);
      lines += field.lines;
      at = field.end;
    } else {
      const end = plainEnd(text, at);
      if (end === text.length && !final) return { kind: 'incomplete' };
      if (text.charCodeAt(end) === quote) return strayQuote;
      fields.push(text.slice(at, end));
      at = end;
    }
    const next = text[at];
    if (next === ',') at += 1;
    else if (next === '\r' && text[at + 1] === '\n') return { kind: 'record', fields, end: at + 2, lines };
    else if (next === '\r' && at + 1 === text.length && !final) return { kind: 'incomplete' };
    else if (next === undefined || next === '\n' || next === '\r')
      return { kind: 'record', fields, end: next === undefined ? at : at + 1, lines };
    else
      return {
        kind: 'malformed',
        reason: `Field ${fields.length} goes on after its closing quote. Double a quote that belongs to the text.`,
      };
  }
}

type Field =
  | { readonly kind: 'field'; readonly value: string; readonly end: number; readonly lines: number }
  | { readonly kind: 'malformed'; readonly reason: string }
  | { readonly kind: 'incomplete' };

const [quote, comma, lineFeed, carriageReturn] = [0x22, 0x2c, 0x0a, 0x0d];

const strayQuote: Found = {
  kind: 'malformed',
  reason: 'A quote stands inside a field without quotes. Put the field in quotes and double the quote.',
};

/** Where a field without quotes ends: at the first character that it cannot hold. */
function plainEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Nearly every character lies above all four.
    if (code <= comma && (code === comma || code === lineFeed || code === carriageReturn || code === quote)) return at;
  }
  return text.length;
}

function quotedField(text: string, start: number, final: boolean): Field {
  let value = '';
  let from = start + 1;
  while (true) {
    const end = text.indexOf('"', from);
    if (end === -1 || (end + 1 === text.length && !final))
      return final
        ? { kind: 'malformed', reason: 'A quote is opened and never closed. Close it, or double it.' }
        : { kind: 'incomplete' };
    value += text.slice(from, end);
    if (text[end + 1] !== '"')
      return { kind: 'field', value, end: end + 1, lines: value.split(/\r\n|\n|\r/).length - 1 };
    value += '"';
    from = end + 2;
  }
}
