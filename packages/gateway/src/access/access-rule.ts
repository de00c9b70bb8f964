import type { Scope } from '../auth/scope.ts';
import type { Viewer } from '../auth/viewer.ts';
import { GatewayError } from '../errors/gateway-error.ts';

/**
 * Who may read a type or a field.
 *
 * - a scope: its holders;
 * - `anyOf`: holders of at least one of these scopes; `allOf`: holders of every one;
 * - `staffOnly`: as well, the token has to be one for the workspace's own staff, not one for some accounts, which is shown
 *   to those very customers. The text begins the sentence of the refusal, such as "Segments are internal to the workspace";
 * - `ANY_CREDENTIAL`: everybody with a valid token or key;
 * - `OF_PARENT`: a value without a rule of its own, such as `Money`: whoever may read the field that returns it.
 */
export type AccessRule =
  | Scope
  | 'ANY_CREDENTIAL'
  | 'OF_PARENT'
  | { readonly anyOf: readonly Scope[]; readonly staffOnly?: string }
  | { readonly allOf: readonly Scope[]; readonly staffOnly?: string };

/** Either scope that reads accounts: a health gauge needs `metrics:read` alone and still names its account. */
export const accountScopes = ['metrics:read', 'accounts:read'] as const satisfies readonly Scope[];

/** Either scope that reads surveys: who may respond to one has to be shown its question. */
export const surveyScopes = ['surveys:read', 'surveys:respond'] as const satisfies readonly Scope[];

/**
 * Check a viewer against a rule.
 *
 * @throws GatewayError FORBIDDEN, naming the scope that is missing
 */
export function requireAccess(viewer: Viewer, rule: AccessRule): void {
  requireScopesOf(viewer, rule);
  if (typeof rule === 'object' && rule.staffOnly !== undefined) requireStaff(viewer, rule.staffOnly);
}

/**
 * Check the scopes of a rule alone, for a field that returns null rather than an error to those who are not staff.
 *
 * @throws GatewayError FORBIDDEN, naming the scope that is missing
 */
export function requireScopesOf({ scopes }: Viewer, rule: AccessRule): void {
  if (rule === 'ANY_CREDENTIAL' || rule === 'OF_PARENT') return;
  if (typeof rule === 'string') {
    if (!scopes.has(rule)) throw missing([rule]);
  } else if ('anyOf' in rule) {
    if (!rule.anyOf.some((scope) => scopes.has(scope))) throw missing(rule.anyOf);
  } else {
    const absent = rule.allOf.find((scope) => !scopes.has(scope));
    if (absent !== undefined) throw missing([absent]);
  }
}

/**
 * Refuse tokens for some accounts, which are shown to those very customers.
 *
 * @param what begins the sentence of the refusal, such as "Segments are internal to the workspace"
 * @throws GatewayError FORBIDDEN
 */
export function requireStaff({ staff }: Viewer, what: string): void {
  if (staff) return;
  throw new GatewayError(
    'FORBIDDEN',
    `${what}, so a token for some accounts may not read them. Mint one for all accounts, for your own staff.`,
  );
}

function missing(scopes: readonly Scope[]): GatewayError {
  const named = scopes.map((scope) => `"${scope}"`).join(' or ');
  return new GatewayError(
    'FORBIDDEN',
    `This needs the scope ${named}, which the token or key does not carry. Mint one with it, or leave the field out.`,
  );
}
