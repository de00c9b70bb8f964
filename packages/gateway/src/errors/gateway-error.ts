import { GraphQLError } from 'graphql';
import type { ErrorCode } from './error-code.ts';

/** An expected failure of a whole request or field, with a code that programs can rely on. */
export class GatewayError extends GraphQLError {
  override readonly name = 'GatewayError';

  /** @param status the HTTP status, where the failure is the whole request's */
  constructor(code: ErrorCode, message: string, status?: number) {
    super(message, { extensions: { code, ...(status === undefined ? {} : { http: { status } }) } });
  }
}
