import { type NpsBucket, npsBucket } from '@plimsoll/metrics';
import { type Comment, comments } from './comment-texts.ts';
import type { Plan } from './demo-records.ts';
import type { Random } from './random.ts';

/** How often people of a bucket write something. */
const talkative: Readonly<Record<NpsBucket, number>> = { PROMOTER: 0.42, PASSIVE: 0.46, DETRACTOR: 0.72 };

/** Hands out comments so that the same words come back as late as they can. */
export class Commentator {
  readonly #decks = new Map<string, Comment[]>();

  /** What somebody of a plan writes beside an answer of 0…10, or nothing. */
  comment(random: Random, answer: number, plan: Plan): string | undefined {
    const bucket = npsBucket(answer) ?? 'DETRACTOR';
    if (!random.chance(talkative[bucket])) return undefined;
    const key = `${bucket}/${plan}`;
    const fitting = comments[bucket].filter(({ plans }) => plans === undefined || plans.includes(plan));
    let deck = this.#decks.get(key) ?? [];
    if (deck.length === 0) deck = [...random.shuffled(fitting)];
    const next = deck.pop() ?? random.pick(fitting);
    this.#decks.set(key, deck);
    const text = next.text.replace('{team}', random.pick(teams));
    return random.chance(0.35) ? `${text} ${random.pick(endings[bucket])}` : text;
  }
}

const teams = [
  'operations',
  'finance',
  'support',
  'planning',
  'warehouse',
  'field',
  'purchasing',
  'sales',
  'compliance',
];

const endings: Readonly<Record<NpsBucket, readonly string[]>> = {
  PROMOTER: [
    'Keep going.',
    'I have already told two people about it.',
    'Our {csm} helped a lot.'.replace('{csm}', 'success manager'),
    'Wish we had moved sooner.',
    'No complaints from the team.',
    'Would buy again.',
    'It simply works.',
  ],
  PASSIVE: [
    'Otherwise fine.',
    'Close to a 9.',
    'Happy to talk it through.',
    'Not a reason to leave, though.',
    'Ask me again next quarter.',
    'The rest does its job.',
  ],
  DETRACTOR: [
    'Please call me.',
    'We are looking at alternatives.',
    'This was not so last year.',
    'I have raised it twice.',
    'Our renewal is coming up.',
    'My team has given up on it.',
    'Disappointing, because we liked the start.',
  ],
};
