import { GraphQLError } from 'graphql';
import type { ErrorCode } from './error-code.ts';

/** An expected failure of a whole request or field, with a code that programs can rely on. */
export class GatewayError extends GraphQLError {
  override readonly name = 'GatewayError';

  /**
   * @param status the HTTP status, where the failure is the whole request's
   * @param headers HTTP headers that belong to it, such as `Retry-After`
   */
  constructor(code: ErrorCode, message: string, status?: number, headers?: Readonly<Record<string, string>>) {
    const http = { ...(status === undefined ? {} : { status }), ...(headers === undefined ? {} : { headers }) };
    super(message, { extensions: { code, ...(Object.keys(http).length === 0 ? {} : { http }) } });
  }
}
