import type { Survey } from '../../records/survey.ts';
import { readSurveys } from '../../surveys/read-surveys.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';
import { Rejection } from '../rejection.ts';

/** The surveys that a batch may name. */
export class SurveyDirectory {
  readonly #surveys: ReadonlyMap<string, Survey>;

  private constructor(surveys: ReadonlyMap<string, Survey>) {
    this.#surveys = surveys;
  }

  static async load(tx: WorkspaceTransaction): Promise<SurveyDirectory> {
    return new SurveyDirectory(new Map((await readSurveys(tx)).map((survey) => [survey.key, survey])));
  }

  /** The survey of a key. @throws Rejection */
  known(key: string): Survey {
    const survey = this.#surveys.get(key);
    if (survey !== undefined) return survey;
    throw new Rejection('survey', `There is no survey "${key}". Create the survey first, or correct the key.`);
  }
}
