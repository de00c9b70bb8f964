import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { errorCode } from './error-code.ts';

const response = (status: number) => new Response(null, { status });

test.each([
  [
    'a GraphQL error',
    new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions: { code: 'FORBIDDEN' } }] }),
    'FORBIDDEN',
  ],
  ['one without a code', new CombinedGraphQLErrors({ errors: [{ message: 'x' }] }), undefined],
  ['a bare 401', new ServerError('x', { response: response(401), bodyText: 'nope' }), 'UNAUTHENTICATED'],
  ['a 503 page', new ServerError('x', { response: response(503), bodyText: '<html>' }), undefined],
  ['a lost network', new TypeError('fetch failed'), undefined],
  ['nothing', undefined, undefined],
])('the code of %s', (_, error, code) => {
  expect(errorCode(error)).toBe(code);
});
