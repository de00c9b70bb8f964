import { scores } from './ballot.ts';
import type { Example } from './example.ts';

const cysSeven =
  'https://support.cys.group/support/solutions/articles/3000095529-customer-effort-score-7-point-scale-to-average';
const cysFive =
  'https://support.cys.group/support/solutions/articles/3000095528-customer-effort-score-5-point-to-average';

/** So many answers of each value, from 1 on. */
function counts(...ofEach: readonly number[]): readonly ReturnType<typeof scores>[number][] {
  return scores(ofEach.flatMap((count, index) => new Array<number>(count).fill(index + 1)));
}

/** Customer satisfaction. */
export const satisfaction: readonly Example[] = [
  {
    source: 'https://help.delighted.com/article/240-how-is-csat-calculated',
    title: 'Delighted: 74 of 107 rated 4 or 5',
    scale: 'CSAT_5',
    answers: counts(14, 9, 10, 32, 42),
    expected: { CSAT: '69.16%' },
  },
  {
    source: 'https://intercom.help/voc-metrics/en/articles/9647540-what-is-csat-and-how-is-csat-score-calculated',
    title: 'VOC Metrics: 30 of 50 are 60 %',
    scale: 'CSAT_5',
    answers: counts(5, 5, 10, 20, 10),
    expected: { CSAT: '60%', MEAN: '3.5' },
  },
  {
    source: 'https://www.wyapy.com/guides/customer-feedback/how-to-calculate-csat',
    title: 'Wyapy: 160 of 200 are 80 %',
    scale: 'CSAT_5',
    answers: counts(0, 0, 40, 40, 120),
    expected: { CSAT: '80%' },
  },
  {
    source: 'https://support.assembled.com/hc/en-us/articles/25785923095693-Assembled-Metrics-Understanding-CSAT',
    title: 'Assembled: 8 good ratings and 2 bad ones are 80 %',
    scale: 'CSAT_5',
    answers: counts(2, 0, 0, 0, 8),
    expected: { CSAT: '80%' },
  },
  {
    source: 'https://theknowledgeburrow.com/how-is-csat-calculated/',
    title: 'The Knowledge Burrow: 45 positive answers of 50 are 90 %',
    scale: 'CSAT_5',
    answers: counts(5, 0, 0, 0, 45),
    expected: { CSAT: '90%' },
  },
  {
    source: 'https://youropinion.is/en/docs/calculators/csat',
    title: 'Your Opinion: 60 of 100 are 60 %',
    scale: 'CSAT_5',
    answers: counts(10, 10, 20, 30, 30),
    expected: { CSAT: '60%' },
  },
];

/** Customer effort. */
export const effort: readonly Example[] = [
  {
    source: cysSeven,
    title: 'CYS: a thousand answers out of 7 have a mean of 4.08',
    scale: 'CES_7',
    answers: counts(80, 210, 140, 110, 160, 180, 120),
    expected: { CES: '46%', MEAN: '4.08' },
  },
  {
    source: cysFive,
    title: 'CYS: "a thousand" answers out of 5, where 5 is very little effort',
    scale: 'CES_5',
    answers: counts(190, 240, 110, 330, 140),
    expected: { CES: '46.5%', MEAN: '2.99' },
    publishedWrong: {
      key: 'MEAN',
      value: '2.82',
      why: 'The groups are 1,010 answers, not 1,000, and add up to 3,020, not 2,820: 3,020 ÷ 1,010 is 2.99.',
    },
  },
  {
    source: 'https://calculator.academy/customer-effort-score-ces-calculator/',
    title: 'Calculator Academy: 4, 5, 6, 7 and 7',
    scale: 'CES_7',
    answers: scores([4, 5, 6, 7, 7]),
    expected: { CES: '80%', MEAN: '5.8' },
    publishedWrong: { key: 'MEAN', value: '4.8', why: '4 + 5 + 6 + 7 + 7 is given as 24 and is 29.' },
  },
  {
    source: 'https://www.callcentrehelper.com/how-to-calculate-customer-effort-94671.htm',
    title: 'Call Centre Helper: 1 is very low effort and 5 very high, so that a low mean is good',
    scale: 'CES_5_LOW_IS_EASY',
    answers: scores([1, 1, 2, 3, 5]),
    expected: { CES: '60%', MEAN: '2.4' },
  },
  {
    source: 'https://www.callcentrehelper.com/how-to-calculate-customer-effort-94671.htm',
    title: 'Call Centre Helper: of 7 answers 1 is extremely easy, 4 neither and 5 fairly difficult',
    scale: 'CES_7_LOW_IS_EASY',
    answers: scores([1, 2, 3, 4, 5, 7, 7, 3]),
    expected: { CES: '50%', 'CES.HARD': '3', 'CES.NEUTRAL': '1' },
  },
];
