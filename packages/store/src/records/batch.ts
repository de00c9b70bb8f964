/** What became of one record of a batch. */
export type RecordResult = { readonly status: 'created' | 'updated' | 'unchanged' } | RecordRejection;

/** Nothing of the record was kept. `reason` says what is wrong and how to correct it; `field` names the property. */
export interface RecordRejection {
  readonly status: 'rejected';
  readonly reason: string;
  readonly field: string;
}

/** What became of a batch, record by record in the order given. */
export interface BatchResult {
  readonly results: readonly RecordResult[];
  /** The workspace's revision after the batch; the one before it where nothing changed. */
  readonly revision: string;
}

/** What holds for every record of a batch. */
export interface BatchOptions {
  /**
   * The system that the external ids come from; the same id in two sources is two records.
   * At most 255 characters.
   * @default 'host'
   */
  readonly source?: string;
}
