import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { map } from 'rxjs';

/**
 * Turns a result that only says `UNAVAILABLE` into an error of the chain, where a retry link can see it. Whoever made
 * the request gets the same error either way.
 */
export function createUnavailableLink(): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        if (result.errors?.[0]?.extensions?.code === 'UNAVAILABLE') throw new CombinedGraphQLErrors(result);
        return result;
      }),
    ),
  );
}
