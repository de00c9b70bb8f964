import { sql } from 'kysely';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Rejection } from '../rejection.ts';
import { touchPart } from '../touch-part.ts';

const mostFeatures = 5_000;

/** Features by key with their numbers, and those to be made for keys that are new. */
export class FeatureDirectory {
  readonly #tx: WriteTransaction;
  readonly #numbers: Map<string, number>;
  readonly #made = new Map<string, number>();

  private constructor(tx: WriteTransaction, numbers: Map<string, number>) {
    this.#tx = tx;
    this.#numbers = numbers;
  }

  /** Looks every feature up. */
  static async load(tx: WriteTransaction): Promise<FeatureDirectory> {
    const rows = await packedRows<readonly [string, number]>(
      tx.trx,
      sql`feature_key, feature_no`,
      sql`from feature where workspace_id = ${tx.workspace}`,
    );
    return new FeatureDirectory(tx, new Map(rows));
  }

  /** The number of a feature that is made by {@link create} when it is new; 0 for `''`. @throws Rejection for too many */
  knownOrNew(key: string, field: string): number {
    if (key === '') return 0;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    // Numbers have no gaps: the ledger takes them for places.
    const number = this.#numbers.size + 1;
    if (number > mostFeatures) {
      throw new Rejection(
        field,
        `The feature "${key}" would be one more than the ${mostFeatures.toLocaleString('en')} there can be. Give what is used a key, not each use of it.`,
      );
    }
    this.#numbers.set(key, number);
    this.#made.set(key, number);
    return number;
  }

  /** Makes the new ones. */
  async create(): Promise<void> {
    if (this.#made.size === 0) return;
    touchPart(this.#tx, 'features');
    await insertRows(this.#tx, 'feature', [...this.#made], {
      feature_no: ['smallint', ([, featureNo]) => featureNo],
      feature_key: ['text', ([key]) => key],
    });
  }
}
