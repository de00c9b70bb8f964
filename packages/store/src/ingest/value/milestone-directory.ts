import type { MilestoneRole } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Rejection } from '../rejection.ts';
import { touchPart } from '../touch-part.ts';

const mostMilestones = 500;

/** A milestone as it is stored. */
export interface Milestone {
  readonly milestoneNo: number;
  readonly name: string | null;
  readonly role: MilestoneRole;
}

/** Milestones by key, and those that are new or change. */
export class MilestoneDirectory {
  readonly #tx: WriteTransaction;
  readonly #milestones: Map<string, Milestone>;
  readonly #changed = new Set<string>();

  private constructor(tx: WriteTransaction, milestones: Map<string, Milestone>) {
    this.#tx = tx;
    this.#milestones = milestones;
  }

  /** Looks every milestone up. */
  static async load(tx: WriteTransaction): Promise<MilestoneDirectory> {
    const rows = await packedRows<readonly [string, number, string | null, MilestoneRole]>(
      tx.trx,
      sql`milestone_key, milestone_no, name, role`,
      sql`from milestone where workspace_id = ${tx.workspace}`,
    );
    return new MilestoneDirectory(
      tx,
      new Map(rows.map(([key, milestoneNo, name, role]) => [key, { milestoneNo, name, role }])),
    );
  }

  /** A milestone that is there. */
  find(key: string): Milestone | undefined {
    return this.#milestones.get(key);
  }

  /** A milestone that is made by {@link save} when it is new. @throws Rejection for too many */
  knownOrNew(key: string, field: string): Milestone {
    return this.#milestones.get(key) ?? this.put(key, { name: null, role: 'other' }, field);
  }

  /** Makes a milestone, or puts one in place of that of its key. @throws Rejection for too many */
  put(key: string, { name, role }: Omit<Milestone, 'milestoneNo'>, field: string): Milestone {
    // Numbers have no gaps: the ledger takes them for places.
    const milestoneNo = this.#milestones.get(key)?.milestoneNo ?? this.#milestones.size + 1;
    if (milestoneNo > mostMilestones) {
      throw new Rejection(
        field,
        `The milestone "${key}" would be one more than the ${mostMilestones} there can be. Give what accounts reach a key, not each account's.`,
      );
    }
    const milestone = { milestoneNo, name, role };
    this.#milestones.set(key, milestone);
    this.#changed.add(key);
    return milestone;
  }

  /** Writes what is new or changed. */
  async save(): Promise<void> {
    if (this.#changed.size === 0) return;
    touchPart(this.#tx, 'milestoneList');
    const rows = [...this.#changed].flatMap((key) => {
      const milestone = this.#milestones.get(key);
      return milestone === undefined ? [] : [{ key, ...milestone }];
    });
    await insertRows(
      this.#tx,
      'milestone',
      rows,
      {
        milestone_no: ['smallint', ({ milestoneNo }) => milestoneNo],
        milestone_key: ['text', ({ key }) => key],
        name: ['text', ({ name }) => name],
        role: ['text', ({ role }) => role],
      },
      ['milestone_no'],
    );
  }
}
