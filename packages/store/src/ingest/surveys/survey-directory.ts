import { readSurveys } from '../../surveys/read-surveys.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';
import { Rejection } from '../rejection.ts';

/** The surveys that a batch may name. */
export class SurveyDirectory {
  readonly #keys: ReadonlySet<string>;

  private constructor(keys: ReadonlySet<string>) {
    this.#keys = keys;
  }

  static async load(tx: WorkspaceTransaction): Promise<SurveyDirectory> {
    return new SurveyDirectory(new Set((await readSurveys(tx)).map(({ key }) => key)));
  }

  /** The key itself, of a survey that is known. @throws Rejection */
  known(key: string): string {
    if (this.#keys.has(key)) return key;
    throw new Rejection('survey', `There is no survey "${key}". Create the survey first, or correct the key.`);
  }
}
