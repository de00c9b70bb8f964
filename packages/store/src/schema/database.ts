import type { HealthModel, Lifecycle, Policy, ScaleDirection, SurveyKind } from '@plimsoll/metrics';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Actor, AuditEntry, AuditKind } from '../records/audit.ts';
import type { Jwk } from '../records/keys.ts';
import type { SegmentFilter } from '../records/segment.ts';
import type { SurveyRecord } from '../records/survey.ts';
import type { MetricTargets } from '../records/workspace.ts';
import type { PartRevisions } from '../transactions/part-revisions.ts';

/** A jsonb column: read as a value, written as text. */
type Json<T> = ColumnType<T, string | undefined, string>;

/** The one table that says which workspaces there are. */
interface WorkspaceTable {
  readonly workspace_id: string;
  readonly name: string;
  readonly currency: string;
  readonly time_zone: string;
  readonly fiscal_year_starts_in: Generated<number>;
  readonly policy: Json<Partial<Policy>>;
  readonly targets: Json<MetricTargets>;
  readonly internal_traits: Json<readonly string[]>;
  readonly revision: Generated<number>;
  readonly part_revisions: Json<PartRevisions>;
  /** How many times a key or token was revoked. */
  readonly access_revision: Generated<number>;
}

interface SurveyTable {
  readonly workspace_id: string;
  readonly survey_key: string;
  readonly name: string;
  readonly question: string;
  readonly low_label: string;
  readonly high_label: string;
  readonly follow_ups: Json<SurveyRecord['followUps']>;
  readonly thanks: string;
  readonly open: boolean;
  readonly kind: SurveyKind;
  readonly scale: number;
  readonly direction: ScaleDirection | null;
}

interface ResponseTable {
  readonly workspace_id: string;
  readonly response_id: Generated<string>;
  readonly source: string;
  readonly external_id: string;
  readonly survey_key: string;
  readonly account_id: string | null;
  readonly respondent: string;
  readonly answer: number;
  readonly comment: string | null;
  readonly responded_at: ColumnType<Date, string, string>;
  /** The day of `responded_at` in the workspace's time zone. */
  readonly day: ColumnType<never, unknown, unknown>;
  readonly touched_revision: number;
}

interface HealthModelTable {
  readonly workspace_id: string;
  /** The model's own key. */
  readonly model_key: GeneratedAlways<string>;
  /** What scores name it by. */
  readonly model_no: number;
  readonly model: Json<HealthModel>;
}

interface SegmentTable {
  readonly workspace_id: string;
  readonly segment_key: string;
  readonly name: string;
  readonly description: string | null;
  readonly filter: Json<SegmentFilter>;
}

interface LifecycleTable {
  readonly workspace_id: string;
  readonly lifecycle: Json<Lifecycle>;
}

/** What API keys and embed keys have in common. */
interface KeyTable {
  readonly workspace_id: string;
  readonly key_id: string;
  readonly name: string;
  readonly created_at: ColumnType<Date, Date, never>;
  readonly created_by: ColumnType<Actor | null, string, never>;
  readonly expires_at: Date | null;
  readonly last_used_at: ColumnType<Date | null, undefined, Date>;
  readonly revoked_at: ColumnType<Date | null, undefined, Date>;
}

interface ApiKeyTable extends KeyTable {
  readonly scopes: Json<readonly string[]>;
  /** SHA-256 of the whole secret, hexadecimal. */
  readonly secret_hash: string;
}

interface EmbedKeyTable extends KeyTable {
  readonly public_key: Json<Jwk>;
}

interface AuditEventTable {
  readonly workspace_id: string;
  readonly event_id: string;
  readonly at: Date;
  readonly kind: AuditKind;
  readonly actor: Json<Actor>;
  readonly details: Json<AuditEntry['details']>;
}

interface RevocationTable {
  readonly workspace_id: string;
  readonly kind: 'jti' | 'subject' | 'workspace';
  /** Id of the token, or the subject; empty for the workspace. */
  readonly value: string;
  /** Seconds since 1970: tokens of the subject issued by then are revoked; of the workspace, those issued before. */
  readonly revoked_at: number;
}

/** Results of writes that came with an idempotency key. */
interface IdempotencyTable {
  readonly workspace_id: string;
  /** SHA-256 of the holder and their key. */
  readonly key: string;
  /** SHA-256 of what names the write in its request. */
  readonly field: string;
  readonly body_hash: string;
  /** JSON: the value that the write returned, and the revision after it. */
  readonly result: string;
  readonly created_at: Date;
}

/**
 * The tables that are asked through Kysely's builder. Those that are written and read in bulk (accounts, subscription
 * changes, movements, numbers, scores) are spoken to in SQL where that happens; the migrations define every one of them.
 */
export interface Database {
  readonly workspace: WorkspaceTable;
  readonly survey: SurveyTable;
  readonly response: ResponseTable;
  readonly health_model: HealthModelTable;
  readonly segment: SegmentTable;
  readonly lifecycle: LifecycleTable;
  readonly api_key: ApiKeyTable;
  readonly embed_key: EmbedKeyTable;
  readonly revocation: RevocationTable;
  readonly audit_event: AuditEventTable;
  readonly idempotency: IdempotencyTable;
}
