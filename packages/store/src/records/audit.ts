/** Who did something that the audit log records. */
export type Actor =
  /** The holder of an API key, by the key's id. */
  | { readonly kind: 'apiKey'; readonly id: string }
  /** The holder of an embed token, by the token's subject. */
  | { readonly kind: 'token'; readonly id: string }
  /** Somebody at the command line of the server. */
  | { readonly kind: 'cli' }
  /** A program that uses the store without naming an actor. */
  | { readonly kind: 'program' };

/** One setting that changed. Values are given for settings of the workspace itself, never for larger documents. */
export type SettingChange =
  /** Dotted path, such as `policy.churnAt`, `targets.NRR` or `name`, with the values before and after; `null` for none. */
  | { readonly setting: string; readonly change: 'set'; readonly from: unknown; readonly to: unknown }
  /** A document by its kind and key, such as `segments.enterprise` or `lifecycle`. */
  | { readonly setting: string; readonly change: 'created' | 'updated' | 'deleted' };

/** Content of an audit event by its kind. Details never hold a secret. Instants in them are ISO 8601 in UTC. */
export type AuditEntry =
  | {
      readonly kind: 'API_KEY_CREATED';
      readonly details: {
        readonly keyId: string;
        readonly name: string;
        readonly scopes: readonly string[];
        readonly expiresAt: string | null;
      };
    }
  | {
      readonly kind: 'EMBED_KEY_CREATED';
      readonly details: { readonly keyId: string; readonly name: string; readonly expiresAt: string | null };
    }
  | {
      readonly kind: 'API_KEY_REVOKED' | 'EMBED_KEY_REVOKED';
      readonly details: { readonly keyId: string; readonly name: string };
    }
  | {
      readonly kind: 'TOKENS_REVOKED';
      readonly details: { readonly jti: string } | { readonly subject: string } | { readonly before: string };
    }
  | {
      readonly kind: 'SETTINGS_CHANGED';
      readonly details: {
        /** At most 100. */
        readonly changes: readonly SettingChange[];
        /** How many changes of the same write are not listed. */
        readonly omitted: number;
      };
    }
  | { readonly kind: 'EXPORTED'; readonly details: ExportEntry }
  | { readonly kind: 'ERASED'; readonly details: { readonly what: string; readonly records: number } };

/** An export, by the field of the graph that was read. */
export interface ExportEntry {
  /** Type and field, such as `MetricSeries.csv`. */
  readonly field: string;
  /** Id of the request that read it, as it is in the server's log. */
  readonly requestId: string;
}

/** Kind of an audit event. */
export type AuditKind = AuditEntry['kind'];

/** Every {@link AuditKind}. */
export const auditKinds: readonly AuditKind[] = [
  'API_KEY_CREATED',
  'API_KEY_REVOKED',
  'EMBED_KEY_CREATED',
  'EMBED_KEY_REVOKED',
  'TOKENS_REVOKED',
  'SETTINGS_CHANGED',
  'EXPORTED',
  'ERASED',
];

/** An entry of the audit log as it is stored. */
export type AuditEvent = AuditEntry & {
  /** UUID. */
  readonly id: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly actor: Actor;
};

/** Which audit events to read. */
export interface AuditQuery {
  /** Only these kinds; every kind when left out. */
  readonly kinds?: readonly AuditKind[];
  /** Only events older than this one. */
  readonly after?: Pick<AuditEvent, 'id' | 'at'>;
  /** How many events to read at most. */
  readonly first: number;
}
