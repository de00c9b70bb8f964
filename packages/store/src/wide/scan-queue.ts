import type { Gathering } from '@plimsoll/metrics';
import { untilAborted } from '../reading/pace.ts';
import type { WideQuestion } from './wide-scan.ts';

/** Answers that are kept; the oldest goes first. */
const mostKept = 256;

interface Waiting {
  readonly question: WideQuestion;
  readonly settle: (facts: readonly unknown[]) => void;
  readonly fail: (error: unknown) => void;
  /** Requests that wait for the answer; it is abandoned when every one of them was aborted. */
  requests: number;
}

interface Answer {
  readonly facts: Promise<readonly unknown[]>;
  readonly waiting: Waiting;
}

/** A question whose source gives facts of one kind. */
type QuestionFor<Facts> = Omit<WideQuestion, 'source'> & { readonly source: Gathering<Facts> };

/** Answers questions in one pass, and stops where nobody waits for the answers any more. */
type Scan = (questions: readonly WideQuestion[], abandoned: AbortSignal) => Promise<readonly (readonly unknown[])[]>;

/**
 * Batch questions about a workspace: those that are asked in one event-loop tick are answered in one pass, one pass after the
 * other. Answers are kept, so the workspace has to stay as it is. A pass whose every request was aborted stops.
 */
export class ScanQueue {
  readonly #scan: Scan;
  readonly #sources = new WeakMap<object, number>();
  #lastSource = 0;
  readonly #answers = new Map<string, Answer>();
  #waiting: Waiting[] = [];
  #passing: { readonly questions: readonly Waiting[]; readonly abandoned: AbortController } | undefined;
  #working: Promise<void> | undefined;

  constructor(scan: Scan) {
    this.#scan = scan;
  }

  /** Facts of a question, an entry a window. @param signal aborted when the request that asks needs no answer any more */
  gather<Facts>(question: QuestionFor<Facts>, signal?: AbortSignal): Promise<readonly Facts[]> {
    signal?.throwIfAborted();
    const { source, ...asked } = question;
    const key = JSON.stringify([source.key ?? this.#numberOf(source), asked]);
    const answer = this.#answers.get(key) ?? this.#ask(key, question);
    answer.waiting.requests++;
    signal?.addEventListener('abort', () => this.#leave(answer.waiting), { once: true });
    // Kept by their source, which gives facts of one kind.
    return untilAborted(answer.facts as Promise<readonly Facts[]>, signal);
  }

  #ask<Facts>(key: string, { source, ...asked }: QuestionFor<Facts>): Answer {
    const { promise: facts, resolve: settle, reject: fail } = Promise.withResolvers<readonly unknown[]>();
    // A source merges only what it collected, so forgetting the type of its facts mixes nothing.
    const anySource = source as unknown as Gathering<unknown>;
    const waiting: Waiting = { question: { ...asked, source: anySource }, settle, fail, requests: 0 };
    this.#waiting.push(waiting);
    // Whoever asked may have been aborted when it fails.
    facts.catch(() => undefined);
    const answer = { facts, waiting };
    // Lists are long, and made for the page that asks for them.
    if (source.reads.names !== true) this.#keep(key, answer);
    // What is asked while a pass is under way waits for the next.
    this.#working ??= new Promise<void>((go) => setImmediate(go)).then(() => this.#work());
    return answer;
  }

  #leave(left: Waiting): void {
    left.requests--;
    const { questions = [], abandoned } = this.#passing ?? {};
    if (!questions.includes(left) || questions.some(({ requests }) => requests > 0)) return;
    // Whoever asks the same from now on waits for a pass of their own.
    for (const [key, { waiting }] of this.#answers) if (questions.includes(waiting)) this.#answers.delete(key);
    abandoned?.abort();
  }

  #numberOf(source: object): number {
    const number = this.#sources.get(source) ?? ++this.#lastSource;
    this.#sources.set(source, number);
    return number;
  }

  #keep(key: string, answer: Answer): void {
    this.#answers.set(key, answer);
    answer.facts.catch(() => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
    });
    const oldest = this.#answers.keys().next().value;
    if (this.#answers.size > mostKept && oldest !== undefined) this.#answers.delete(oldest);
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const asked = this.#waiting.filter(({ requests }) => requests > 0);
      for (const { requests, fail } of this.#waiting) if (requests === 0) fail(new Error('Nobody waits for this.'));
      this.#waiting = [];
      if (asked.length > 0) await this.#pass(asked);
    }
    this.#working = undefined;
  }

  async #pass(asked: readonly Waiting[]): Promise<void> {
    const abandoned = new AbortController();
    this.#passing = { questions: asked, abandoned };
    try {
      const found = await this.#scan(
        asked.map(({ question }) => question),
        abandoned.signal,
      );
      for (const [place, { settle }] of asked.entries()) settle(found[place] ?? []);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    } finally {
      this.#passing = undefined;
    }
  }
}
