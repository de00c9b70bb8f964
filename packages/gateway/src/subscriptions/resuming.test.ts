import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harbor, openHarbor } from '../testing/harbor.ts';
import { listenTo } from '../testing/listen-to.ts';

let harbor: Harbor;
let token: string;
beforeAll(async () => {
  harbor = await openHarbor();
  token = await harbor.token();
});
afterAll(() => harbor.close());

let submissions = 0;
async function respond(answer: number, survey = 'relationship'): Promise<string> {
  const result = await harbor.harbor.submitResponse({
    survey,
    accountId: null,
    respondent: 'ann',
    answer,
    idempotencyKey: `resuming-${submissions++}`,
  });
  if (result.kind !== 'accepted') throw new Error(result.message);
  return result.revision;
}
const rename = async (name: string) => (await harbor.harbor.upsertAccounts([{ externalId: 'acme', name }])).revision;
const present = async () => (await harbor.harbor.info()).revision;

/** Listeners of both kinds: one that finds the operation running, whose events are kept, and one that finds none. */
const situations = [
  ['while others listen', true],
  ['after everybody left', false],
] as const;

async function situated<T>(query: string, othersListen: boolean, act: () => Promise<T>): Promise<T> {
  const other = othersListen ? await listenTo(harbor.gateway, query, token) : undefined;
  try {
    return await act();
  } finally {
    other?.stop();
  }
}

describe('a stream of surveyResponded', () => {
  const query = 'subscription { surveyResponded(survey: "relationship") { revision response { answer } } }';

  it('names the revision that it begins after, and each event by revision and position', async () => {
    const listener = await listenTo(harbor.gateway, query, token);
    const before = await present();
    const revision = await respond(7);
    await listener.next(1);
    expect(listener.lines.slice(0, 3)).toEqual([`id: ${before}`, `id: ${revision}.1`, 'event: next']);
    expect(listener.ids).toEqual([`${revision}.1`]);
    expect(listener.events).toEqual([{ revision, response: { answer: 7 } }]);
    listener.stop();
  });

  it.each(situations)('that goes on after an event has each one once, %s', async (_, othersListen) => {
    await situated(query, othersListen, async () => {
      const first = await listenTo(harbor.gateway, query, token);
      await respond(1);
      await respond(2);
      await first.next(2);
      first.stop();
      const [seen = ''] = first.ids;
      await respond(3);
      await rename('Unrelated');
      await respond(4);
      const second = await listenTo(harbor.gateway, query, token, { lastEventId: seen });
      await respond(5);
      await second.next(4);
      expect(second.events).toMatchObject([2, 3, 4, 5].map((answer) => ({ response: { answer } })));
      second.stop();
    });
  });

  it.each(situations)('that was sent no event yet goes on from where it began, %s', async (_, othersListen) => {
    await situated(query, othersListen, async () => {
      const first = await listenTo(harbor.gateway, query, token);
      while (first.lastEventId() === '') await new Promise((resolve) => setTimeout(resolve, 5));
      first.stop();
      await respond(6);
      const second = await listenTo(harbor.gateway, query, token, { lastEventId: first.lastEventId() });
      await respond(7);
      await second.next(2);
      expect(second.events).toMatchObject([{ response: { answer: 6 } }, { response: { answer: 7 } }]);
      second.stop();
    });
  });

  it('delivers a burst completely and in order', async () => {
    const listener = await listenTo(harbor.gateway, query, token);
    const revisions = await Promise.all(Array.from({ length: 60 }, (_, index) => respond(index % 11)));
    await listener.next(60);
    const sorted = revisions.toSorted((a, b) => Number(a) - Number(b));
    expect(listener.events).toMatchObject(sorted.map((revision) => ({ revision })));
    listener.stop();
  });

  it('is sent 500 missed events again, and told where there are more', async () => {
    const from = await present();
    const submitted: string[] = [];
    while (submitted.length < 501) {
      submitted.push(
        ...(await Promise.all(Array.from({ length: Math.min(100, 501 - submitted.length) }, () => respond(5)))),
      );
    }
    const revisions = submitted.toSorted((a, b) => Number(a) - Number(b));
    const all = await listenTo(harbor.gateway, query, token, { lastEventId: `${revisions[0]}.1` });
    await all.next(500);
    expect(all.events).toMatchObject(revisions.slice(1).map((revision) => ({ revision })));
    all.stop();
    const some = await listenTo(harbor.gateway, query, token, { lastEventId: from });
    await some.next(501);
    expect(some.events[500]).toMatchObject({ errors: [{ extensions: { code: 'EVENTS_MISSED' } }] });
    const revision = await respond(9);
    await some.next(502);
    expect(some.events[501]).toEqual({ revision, response: { answer: 9 } });
    some.stop();
  }, 60_000);
});

describe('a stream of portfolioChanged', () => {
  const query = 'subscription { portfolioChanged { revision } }';

  it.each(situations)('that goes on has one event if the workspace moved on, %s', async (_, othersListen) => {
    await situated(query, othersListen, async () => {
      const seen = await present();
      const idle = await listenTo(harbor.gateway, query, token, { lastEventId: seen });
      const revisions = [await rename(`A ${othersListen}`), await rename(`B ${othersListen}`)];
      await idle.next(1);
      expect(revisions).toContain((idle.events[0] as { readonly revision: string }).revision);
      const behind = await listenTo(harbor.gateway, query, token, { lastEventId: seen });
      await behind.next(1);
      const last = behind.events.at(-1);
      expect(behind.ids).toContain((last as { readonly revision: string }).revision);
      idle.stop();
      behind.stop();
    });
  });

  it('that goes on from the present revision has no event', async () => {
    const listener = await listenTo(harbor.gateway, query, token, { lastEventId: await present() });
    const revision = await rename('Next');
    await listener.next(1);
    expect(listener.events).toEqual([{ revision }]);
    listener.stop();
  });

  it('from a revision that is not there yet is told to fetch anew', async () => {
    const listener = await listenTo(harbor.gateway, query, token, { lastEventId: '999999999' });
    await listener.next(1);
    expect(listener.events).toMatchObject([{ errors: [{ extensions: { code: 'EVENTS_MISSED' } }] }]);
    const revision = await rename('After');
    await listener.next(2);
    expect(listener.events[1]).toEqual({ revision });
    listener.stop();
  });

  it('refuses an id that no event has', async () => {
    const listener = await listenTo(harbor.gateway, query, token, { lastEventId: 'x' });
    await listener.next(1);
    expect(listener.status).toBe(400);
    expect(listener.events).toMatchObject([{ errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  });
});

describe('a stream of accountHealthChanged', () => {
  const query = 'subscription { accountHealthChanged(account: "acme") { score previousScore revision } }';

  it('that goes on has what was missed as long as it is known, else the present health once', async () => {
    await harbor.harbor.upsertHealthModel({
      appliesTo: [],
      order: 0,
      key: 'default',
      name: 'Default',
      factors: [
        {
          key: 'use',
          label: 'Use',
          weight: 1,
          source: { kind: 'number', key: 'use' },
          scale: { zero: 0, hundred: 100 },
          format: 'NUMBER',
          staleAfterDays: null,
        },
      ],
      bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
    });
    const use = async (value: number) =>
      (await harbor.harbor.reportNumbers([{ accountExternalId: 'acme', key: 'use', day: '2026-11-20', value }]))
        .revision;
    await use(10);
    const other = await listenTo(harbor.gateway, query, token);
    const seen = await present();
    await use(20);
    await other.next(1);
    const known = await listenTo(harbor.gateway, query, token, { lastEventId: seen });
    await known.next(1);
    expect(known.events).toMatchObject([{ score: 20, previousScore: 10 }]);
    other.stop();
    known.stop();
    await rename('Somewhat later');
    const unknown = await listenTo(harbor.gateway, query, token, { lastEventId: seen });
    await unknown.next(1);
    expect(unknown.events).toMatchObject([{ score: 20, previousScore: null }]);
    await use(30);
    await unknown.next(2);
    expect(unknown.events[1]).toMatchObject({ score: 30, previousScore: 20 });
    unknown.stop();
  });
});
