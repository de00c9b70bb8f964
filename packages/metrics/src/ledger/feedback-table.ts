import type { Day } from '../calendar/day.ts';
import type { ExposureColumns, ResponseColumns } from './ledger.ts';

/** Answers to surveys, and how often those were shown, on their way into a ledger; both oldest first. */
export class FeedbackTable {
  readonly #surveys = new Map<string, number>();
  readonly #respondents = new Map<string, number>();
  readonly #responses: { survey: number; account: number; respondent: number; day: number; answer: number }[] = [];
  readonly #exposures: { survey: number; account: number; day: number }[] = [];

  addResponse(survey: string, account: number, respondent: string, day: Day, answer: number): void {
    this.#responses.push({
      survey: codeOf(this.#surveys, survey),
      account,
      respondent: codeOf(this.#respondents, respondent),
      day,
      answer,
    });
  }

  addExposure(survey: string, account: number, day: Day): void {
    this.#exposures.push({ survey: codeOf(this.#surveys, survey), account, day });
  }

  responses(): ResponseColumns {
    return {
      count: this.#responses.length,
      survey: Uint16Array.from(this.#responses, (row) => row.survey),
      account: Int32Array.from(this.#responses, (row) => row.account),
      respondent: Uint32Array.from(this.#responses, (row) => row.respondent),
      days: Int32Array.from(this.#responses, (row) => row.day),
      answers: Int16Array.from(this.#responses, (row) => row.answer),
      surveys: [...this.#surveys.keys()],
    };
  }

  exposures(): ExposureColumns {
    return {
      count: this.#exposures.length,
      survey: Uint16Array.from(this.#exposures, (row) => row.survey),
      account: Int32Array.from(this.#exposures, (row) => row.account),
      days: Int32Array.from(this.#exposures, (row) => row.day),
    };
  }
}

function codeOf(codes: Map<string, number>, value: string): number {
  const code = codes.get(value) ?? codes.size;
  codes.set(value, code);
  return code;
}
