import { GraphQLError, parse, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { documentLimits } from '../cost/document-limits.ts';
import type { RequestLimits } from '../cost/request-limits.ts';
import { GatewayError } from '../errors/gateway-error.ts';

/** Errors of validation that are told at once; a hostile document could have thousands. */
const maxErrors = 20;

/**
 * Limit what is parsed and validated: lexical tokens are counted while a document is parsed, so that twenty thousand aliases are
 * refused before they are in memory, and its size is part of its validation.
 *
 * @param hideSuggestions whether errors leave out the names of the schema that a misspelt one resembles
 */
export function useDocumentLimits(limits: RequestLimits, hideSuggestions: boolean): Plugin {
  const rule = documentLimits(limits);
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: string, options: object) => {
        try {
          return parse(source, { ...options, maxTokens: limits.tokens });
        } catch (error) {
          if (error instanceof GraphQLError && error.message.includes(`${limits.tokens} tokens`)) throw tooLong(limits);
          throw error;
        }
      });
    },
    onValidate: ({ addValidationRule, setValidationFn }) => {
      addValidationRule(rule);
      setValidationFn((schema, document, rules) => validate(schema, document, rules, { hideSuggestions, maxErrors }));
    },
    onExecute: ({ args }) => {
      Object.assign(args, { hideSuggestions });
    },
  };
}

function tooLong({ tokens }: RequestLimits): GatewayError {
  return new GatewayError(
    'QUERY_TOO_COMPLEX',
    `The document has more than the ${tokens} tokens that it may have. Ask for less at a time, in several requests.`,
    400,
  );
}
