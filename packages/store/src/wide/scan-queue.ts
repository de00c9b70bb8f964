import type { Gathering } from '@plimsoll/metrics';
import type { WideQuestion } from './wide-scan.ts';

/** Answers that are kept; the oldest goes first. */
const mostKept = 256;

interface Waiting {
  readonly question: WideQuestion;
  readonly settle: (facts: readonly unknown[]) => void;
  readonly fail: (error: unknown) => void;
}

/** A question whose source gives facts of one kind. */
type QuestionFor<Facts> = Omit<WideQuestion, 'source'> & { readonly source: Gathering<Facts> };

/**
 * Puts questions to a workspace, those that are asked in one breath together, one pass after the other. Answers are kept,
 * so the workspace has to stay as it is.
 */
export class ScanQueue {
  readonly #scan: (questions: readonly WideQuestion[]) => Promise<readonly (readonly unknown[])[]>;
  readonly #sources = new WeakMap<object, number>();
  #lastSource = 0;
  readonly #answers = new Map<string, Promise<readonly unknown[]>>();
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;

  /** @param scan answers questions in one pass */
  constructor(scan: (questions: readonly WideQuestion[]) => Promise<readonly (readonly unknown[])[]>) {
    this.#scan = scan;
  }

  /** Facts of a question, an entry a window. */
  gather<Facts>(question: QuestionFor<Facts>): Promise<readonly Facts[]> {
    const { source, ...asked } = question;
    const key = JSON.stringify([source.key ?? this.#numberOf(source), asked]);
    const known = this.#answers.get(key);
    // Kept by their source, which gives facts of one kind.
    if (known !== undefined) return known as Promise<readonly Facts[]>;
    const answer = new Promise<readonly unknown[]>((settle, fail) => {
      // A source merges only what it collected, so forgetting the type of its facts mixes nothing.
      const anySource = source as unknown as Gathering<unknown>;
      this.#waiting.push({ question: { ...asked, source: anySource }, settle, fail });
    });
    // Lists are long, and made for the page that asks for them.
    if (source.reads.names !== true) this.#keep(key, answer);
    // What is asked while a pass is under way waits for the next.
    this.#working ??= new Promise<void>((go) => setImmediate(go)).then(() => this.#work());
    return answer as Promise<readonly Facts[]>;
  }

  #numberOf(source: object): number {
    const number = this.#sources.get(source) ?? ++this.#lastSource;
    this.#sources.set(source, number);
    return number;
  }

  #keep(key: string, answer: Promise<readonly unknown[]>): void {
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    const oldest = this.#answers.keys().next().value;
    if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const asked = this.#waiting;
      this.#waiting = [];
      try {
        const found = await this.#scan(asked.map(({ question }) => question));
        for (const [place, { settle }] of asked.entries()) settle(found[place] ?? []);
      } catch (error) {
        for (const { fail } of asked) fail(error);
      }
    }
    this.#working = undefined;
  }
}
