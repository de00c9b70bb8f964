import type { AuditEvent as AuditEventModel, AuditKind as AuditKindModel } from '@plimsoll/store';
import { builder } from '../builder.ts';
import { Actor } from './actor.ts';

/** Kinds of audit events in the graph. */
export const AuditKind = builder.enumType('AuditKind', {
  description: 'What an event of the audit log records.',
  values: {
    API_KEY_CREATED: { description: 'An API key was created. Details: `keyId`, `name`, `scopes`, `expiresAt`.' },
    API_KEY_REVOKED: { description: 'An API key was revoked. Details: `keyId`, `name`.' },
    EMBED_KEY_CREATED: { description: 'An embed key was created. Details: `keyId`, `name`, `expiresAt`.' },
    EMBED_KEY_REVOKED: { description: 'An embed key was revoked. Details: `keyId`, `name`.' },
    TOKENS_REVOKED: { description: 'Embed tokens were revoked. Details: `jti`, `subject` or `before`.' },
    SETTINGS_CHANGED: {
      description:
        'Settings of the workspace, segments, surveys, health models or the lifecycle changed. Details: `changes` with `setting`, `change` and, for settings of the workspace, `from` and `to`, at most 100; `omitted` counts the others.',
    },
    EXPORTED: { description: 'A field with CSV was read. Details: `field`, `requestId`.' },
    ERASED: { description: 'Records of a person or an account were erased. Details: `what`, `records`.' },
  } as const satisfies Record<AuditKindModel, { description: string }>,
});

/** An event of the audit log in the graph. */
export const AuditEvent = builder.objectRef<AuditEventModel>('AuditEvent').implement({
  access: 'OF_PARENT',
  description: 'An event of the audit log: who did what, and when.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the event, unique in the audit log of the workspace.' }),
    at: t.expose('at', { type: 'DateTime', description: 'Instant at which the event was recorded.' }),
    kind: t.expose('kind', { type: AuditKind, description: 'Kind of event; it decides what the details hold.' }),
    actor: t.expose('actor', { type: Actor, description: 'Who caused the event.' }),
    details: t.string({
      description: 'Details of the event as a JSON object, without secrets; see the values of `AuditKind`.',
      resolve: ({ details }) => JSON.stringify(details),
    }),
  }),
});
