import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Refuse an answer that is larger than one may be, in place of sending it: `QUERY_TOO_COMPLEX`. */
export function useAnswerLimit(maxBytes: number): Plugin {
  const stringify = (result: ExecutionResult): string => {
    const text = JSON.stringify(result);
    // Characters are at most three bytes long, so most answers need no counting.
    if (text.length * 3 <= maxBytes || Buffer.byteLength(text) <= maxBytes) return text;
    const message = `The answer has more than the ${maxBytes} bytes that one may have. Ask for fewer fields, smaller pages or shorter periods.`;
    return JSON.stringify({ errors: [{ message, extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
  };
  return {
    onResultProcess: ({ result, setResult }) => {
      if (Symbol.asyncIterator in result || Array.isArray(result)) return;
      // The server writes a result by its own method where it has one.
      setResult(Object.assign({ ...result }, { stringify }));
    },
  };
}
