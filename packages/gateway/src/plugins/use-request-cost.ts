import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { GatewayContext, RequestContext } from '../context.ts';
import { extentOf, extentOfAccounts, smallestExtent } from '../cost/extent.ts';
import type { RequestLimits } from '../cost/request-limits.ts';
import { type WeighedOperation, weighAnswer, weighOperation } from '../cost/weigh-operation.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import type { RateLimiter } from '../rate-limit/rate-limiter.ts';
import type { RateLimits } from '../rate-limit/rate-limits.ts';
import { type UsedRate, useRate } from '../rate-limit/request-rate.ts';
import { derivationWeight, ruleSetOf } from '../schema/rule-sets.ts';
import { setResponseHeaders } from './use-response-headers.ts';

/** What requests may cost, one by one and over time. */
export interface CostOptions {
  readonly limits: RequestLimits;
  readonly rates: RateLimits;
  readonly limiter: RateLimiter;
}

/**
 * Weigh an operation before it is executed, by the size of the data that it would go through, and refuse it where it is too heavy
 * or where its credential or workspace has used up its quota. After it, what was not resolved in fact is given back. What it
 * weighed and used is told in `extensions.cost`.
 */
export function useRequestCost({ limits, rates, limiter }: CostOptions): Plugin<GatewayContext> {
  const charge = async (args: ExecutionArgs, context: RequestContext): Promise<Charged | undefined> => {
    const operation = getOperationAST(args.document, args.operationName);
    const weighed = operation == null ? undefined : await weigh(operation, args, context);
    if (weighed === undefined) return undefined;
    const { weight, ruleSets } = weighed;
    if (ruleSets > limits.ruleSets) throw tooManyRuleSets(ruleSets, limits.ruleSets);
    if (weight > limits.weight) throw tooHeavy(weight, limits.weight);
    const used = await useRate(limiter, rates, context.viewer, weight);
    setResponseHeaders(context.request, used.headers);
    return { ...weighed, used };
  };
  return {
    onExecute: async ({ args, setResultAndStopExecution }) => {
      try {
        const charged = await charge(args, args.contextValue);
        if (charged === undefined) return undefined;
        return {
          onExecuteDone: async ({ result, setResult }) => {
            if (Symbol.asyncIterator in result) return;
            setResult(await settle(charged, result, limits.weight));
          },
        };
      } catch (error) {
        setResultAndStopExecution({ errors: [toError(error)] });
        return undefined;
      }
    },
    onSubscribe: async ({ args, setResultAndStopExecution }) => {
      try {
        await charge(args, args.contextValue);
      } catch (error) {
        setResultAndStopExecution({ errors: [toError(error)] });
      }
    },
  };
}

interface Charged {
  readonly operation: WeighedOperation;
  readonly weight: number;
  /** Of the weight what deriving other rule sets takes, which does not depend on what is found. */
  readonly derivations: number;
  readonly ruleSets: number;
  readonly used: UsedRate;
}

async function weigh(
  operation: OperationDefinitionNode,
  args: ExecutionArgs,
  context: RequestContext,
): Promise<Omit<Charged, 'used'> | undefined> {
  const { schema, document } = args;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], args.variableValues ?? {}, {
    maxErrors: 1,
  });
  // Variables that do not fit are refused when it is executed.
  if (coerced === undefined) return undefined;
  const { accounts } = context.viewer;
  const isMutation = operation.operation === 'mutation';
  // A session of some accounts takes reads that a write may come between; opening it is part of the execution, which is repeated.
  const session = isMutation || accounts.kind === 'ACCOUNTS' ? undefined : await context.session();
  const extent =
    session !== undefined
      ? extentOf(session)
      : !isMutation && accounts.kind === 'ACCOUNTS'
        ? extentOfAccounts(accounts.externalIds)
        : smallestExtent;
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const ruleSets = new Set<string>();
  const weighed = { schema, operation, fragments, variables: coerced, extent };
  const fields = weighOperation(weighed, (_parent, _field, given) => {
    const rules = isMutation ? undefined : ruleSetOf(session, given);
    if (rules !== undefined) ruleSets.add(rules);
  });
  const derivations = ruleSets.size * derivationWeight(extent);
  return { operation: weighed, weight: fields + derivations, derivations, ruleSets: ruleSets.size };
}

async function settle(
  { operation, weight, derivations, used }: Charged,
  result: ExecutionResult,
  limit: number,
): Promise<ExecutionResult> {
  // An operation that failed half way may have done all of its work.
  const answered = result.errors === undefined ? weighAnswer(operation, result.data) + derivations : weight;
  const spent = Math.min(weight, answered);
  await used.refund(weight - spent);
  return { ...result, extensions: { ...result.extensions, cost: { weight, used: spent, limit } } };
}

function toError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  throw error;
}

function tooHeavy(weight: number, limit: number): GatewayError {
  return new GatewayError(
    'QUERY_TOO_COMPLEX',
    `The operation weighs ${weight}, and one request may weigh ${limit}. Ask for fewer fields, shorter periods, smaller pages or fewer aliases, in several requests.`,
  );
}

function tooManyRuleSets(count: number, limit: number): GatewayError {
  return new GatewayError(
    'QUERY_TOO_COMPLEX',
    `The operation asks for revenue under ${count} sets of MRR rules besides the workspace's own, and one request may ask for ${limit}. Each has to be derived from every subscription. Ask in several requests.`,
  );
}
