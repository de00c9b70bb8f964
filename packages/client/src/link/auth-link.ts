import { ApolloLink, Observable } from '@apollo/client';
import { errorCode } from '../errors/error-code.ts';
import type { TokenSession } from '../session/token-session.ts';

const REFUSALS: readonly (string | undefined)[] = ['UNAUTHENTICATED', 'TOKEN_EXPIRED'];

/**
 * Attaches the session's token to each request. When the gateway refuses it (HTTP 401, `UNAUTHENTICATED` or
 * `TOKEN_EXPIRED`), the token is renewed and the request repeated once; a second refusal is passed on.
 */
export function createAuthLink(session: TokenSession): ApolloLink {
  return new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        let inner: { unsubscribe(): void } | undefined;
        let closed = false;

        const attempt = async (retriesLeft: number): Promise<void> => {
          const token = await session.token();
          if (closed) return;
          const isRefusal = (error: unknown) => REFUSALS.includes(errorCode(error));
          const renew = () => {
            session.refuse(token);
            attempt(retriesLeft - 1).catch((error: unknown) => observer.error(error));
          };
          operation.setContext(({ headers }) => ({ headers: { ...headers, authorization: `Bearer ${token}` } }));
          let renewing = false;
          inner = forward(operation).subscribe({
            next: (result) => {
              const code = result.errors?.[0]?.extensions?.code;
              renewing = retriesLeft > 0 && typeof code === 'string' && REFUSALS.includes(code);
              if (renewing) renew();
              else observer.next(result);
            },
            error: (error: unknown) => (retriesLeft > 0 && isRefusal(error) ? renew() : observer.error(error)),
            complete: () => {
              if (!renewing) observer.complete();
            },
          });
        };

        attempt(1).catch((error: unknown) => observer.error(error));
        return () => {
          closed = true;
          inner?.unsubscribe();
        };
      }),
  );
}
