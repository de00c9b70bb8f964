import type { RecordResult } from '../records/batch.ts';
import { Rejection } from './rejection.ts';

/** Takes a batch record by record. What one record throws as a Rejection becomes its result and holds up no other. */
export class Batch<Record> {
  readonly #results: RecordResult[];

  /** @param records the batch, in the order its results are given in */
  constructor(records: readonly Record[]) {
    this.#results = records.map(() => ({ status: 'unchanged' }));
  }

  /** Runs a step on each item; those rejected are left out of what it returns. */
  step<In, Out>(items: readonly Item<In>[], work: (value: In) => Out): readonly Item<Out>[] {
    const passed: Item<Out>[] = [];
    for (const { index, value } of items) {
      try {
        passed.push({ index, value: work(value) });
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        this.#results[index] = { status: 'rejected', reason: error.message, field: error.field };
      }
    }
    return passed;
  }

  /** Notes what became of a record. */
  settle(index: number, status: 'created' | 'updated' | 'unchanged'): void {
    this.#results[index] = { status };
  }

  get results(): readonly RecordResult[] {
    return this.#results;
  }
}

/** A record on its way, with its place in the batch. */
export interface Item<T> {
  readonly index: number;
  readonly value: T;
}

/** The records of a batch with their places. */
export function itemsOf<T>(records: readonly T[]): readonly Item<T>[] {
  return records.map((value, index) => ({ index, value }));
}
