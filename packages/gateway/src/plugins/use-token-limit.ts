import { parse } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limits } from '../limits.ts';

/**
 * Counts lexical tokens while a document is parsed. Twenty thousand aliases of a cheap field take half a second to run
 * and thirty milliseconds to refuse here.
 */
export function useTokenLimit(): Plugin {
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: string, options: object) => parse(source, { ...options, maxTokens: limits.tokens }));
    },
  };
}
