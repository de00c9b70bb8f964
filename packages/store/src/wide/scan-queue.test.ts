import type { Gathering } from '@plimsoll/metrics';
import { defaultPolicy, defaultRecognition } from '@plimsoll/metrics';
import { describe, expect, it } from 'vitest';
import { ScanQueue } from './scan-queue.ts';

const counting: Gathering<number> = {
  key: 'counting',
  reads: { parts: [] },
  collect: (_question, windows) => windows.map(() => 0),
  merge: (parts) => parts.reduce((sum, part) => sum + part, 0),
};

const question = (start: number) => ({
  source: counting,
  filter: undefined,
  recognition: defaultRecognition,
  asked: { policy: defaultPolicy },
  windows: [{ start, end: start + 1 }],
});

/** A queue whose passes end when they are told to. */
function queue() {
  const passes: {
    readonly questions: number;
    readonly abandoned: AbortSignal;
    end(facts: readonly number[][]): void;
  }[] = [];
  const scans = new ScanQueue(
    (questions, abandoned) =>
      new Promise((resolve, reject) => {
        abandoned.addEventListener('abort', () => reject(new Error('The pass was stopped.')), { once: true });
        passes.push({ questions: questions.length, abandoned, end: resolve });
      }),
  );
  const begun = async (count: number): Promise<void> => {
    while (passes.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { scans, passes, begun };
}

describe('ScanQueue', () => {
  it('answers what is asked in one tick in one pass, and the same question once', async () => {
    const { scans, passes, begun } = queue();
    const answers = [scans.gather(question(1)), scans.gather(question(2)), scans.gather(question(1))];
    await begun(1);
    expect(passes[0]?.questions).toBe(2);
    passes[0]?.end([[1], [2]]);
    expect(await Promise.all(answers)).toEqual([[1], [2], [1]]);
  });

  it('stops a pass once every request that waits for it was aborted, and not before', async () => {
    const { scans, passes, begun } = queue();
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [scans.gather(question(1), one.signal), scans.gather(question(1), other.signal)];
    await begun(1);
    one.abort(new Error('gone'));
    await expect(asked[0]).rejects.toThrow('gone');
    expect(passes[0]?.abandoned.aborted).toBe(false);
    other.abort(new Error('gone too'));
    await expect(asked[1]).rejects.toThrow('gone too');
    expect(passes[0]?.abandoned.aborted).toBe(true);
    // Who asks the same now has a pass of their own.
    const again = scans.gather(question(1));
    await begun(2);
    passes[1]?.end([[7]]);
    expect(await again).toEqual([7]);
  });

  it('answers the others of a pass where one was aborted', async () => {
    const { scans, passes, begun } = queue();
    const gone = new AbortController();
    const aborted = scans.gather(question(1), gone.signal);
    const kept = scans.gather(question(2));
    await begun(1);
    gone.abort(new Error('gone'));
    await expect(aborted).rejects.toThrow('gone');
    passes[0]?.end([[1], [2]]);
    expect(await kept).toEqual([2]);
  });
});
