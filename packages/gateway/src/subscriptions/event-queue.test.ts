import { describe, expect, it } from 'vitest';
import { wholeRevision } from './event-id.ts';
import { EventQueue, queueLimits } from './event-queue.ts';

const event = (revision: number, bytes = 1) => ({ id: wholeRevision(revision), result: {}, bytes });

function open() {
  const told = { overflows: 0, ends: 0 };
  const queue = new EventQueue(
    () => told.overflows++,
    () => told.ends++,
  );
  return { told, queue };
}

describe('EventQueue', () => {
  it('gives events in their order, whether they or their reader come first', async () => {
    const { queue } = open();
    const first = queue.next();
    queue.push(event(1));
    queue.push(event(2));
    expect([await first, await queue.next()]).toEqual([event(1), event(2)]);
  });

  it(`holds ${queueLimits.events} events and no more`, () => {
    const { queue, told } = open();
    for (let revision = 0; revision < queueLimits.events; revision++) queue.push(event(revision));
    expect(told.overflows).toBe(0);
    queue.push(event(queueLimits.events));
    expect(told.overflows).toBe(1);
  });

  it(`holds ${queueLimits.bytes} bytes and no more`, () => {
    const { queue, told } = open();
    queue.push(event(1, queueLimits.bytes - 1));
    queue.push(event(2, 1));
    expect(told.overflows).toBe(0);
    queue.push(event(3, 1));
    expect(told.overflows).toBe(1);
  });

  it('holds one event of any size', () => {
    const { queue, told } = open();
    queue.push(event(1, 2 * queueLimits.bytes));
    expect(told.overflows).toBe(0);
  });

  it('ends once, drops what waits, and takes no more', async () => {
    const { queue, told } = open();
    queue.push(event(1));
    queue.end({ data: null });
    queue.end();
    queue.push(event(2));
    expect([await queue.next(), queue.last, told.ends]).toEqual([undefined, { data: null }, 1]);
  });
});
