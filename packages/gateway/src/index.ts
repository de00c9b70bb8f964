export { createGateway, type Gateway, type GatewayOptions } from './create-gateway.ts';
export { type ErrorCode, errorCodes } from './errors/error-code.ts';
export { limits } from './limits.ts';
export type { GatewayLogger } from './plugins/use-error-codes.ts';
export { printSchema } from './print-schema.ts';
export type { StreamLimits } from './subscriptions/stream-limits.ts';
