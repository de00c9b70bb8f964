import { ballot, scores } from './ballot.ts';
import type { Example } from './example.ts';

const npsTests = 'https://github.com/jjscheng/nps-calculator/blob/HEAD/test/test.js';
const supportSkill = 'https://github.com/AbsolutelySkilled/AbsolutelySkilled/tree/HEAD/skills/support-analytics';

/** Net Promoter Score and its margin. */
export const promoterScores: readonly Example[] = [
  {
    source:
      'https://help.sightmill.com/portal/en/kb/articles/could-you-give-me-a-quick-and-clear-summary-of-how-to-calculate-nps',
    title: 'SightMill: 3, 4, 5, 6, 8, 8, 8, 9, 10 and 10 are −10',
    answers: scores([3, 4, 5, 6, 8, 8, 8, 9, 10, 10]),
    expected: { NPS: '-10' },
  },
  {
    source: 'https://annualreport2018.dela.nl/begrippenlijst/net-promotor-score',
    title: 'DELA: 30 % less 20 % are +10',
    answers: ballot(30, 50, 20),
    expected: { NPS: '10' },
  },
  {
    source: 'https://help.reputation.com/knowledgebase/how-is-nps-calculated/',
    title: 'Reputation: 50 % less 10 % are 40',
    answers: ballot(50, 40, 10),
    expected: { NPS: '40' },
  },
  {
    source: 'https://palospublishing.com/convert-nps-responses-to-scores',
    title: 'Palos: 60, 20 and 20 of 100 are 40',
    answers: ballot(60, 20, 20),
    expected: { NPS: '40' },
  },
  {
    source:
      'https://help.zenefits.com/Human_Resources_(HR)/People_enablement/Engagement/Understanding_Engagement_Survey_Results/eNPS_Survey_Methodology',
    title: 'Zenefits: 25 % less 20 % are +5',
    answers: ballot(25, 55, 20),
    expected: { NPS: '5' },
  },
  {
    source:
      'https://profit.co/answers/general/settings-preferences/how-are-the-scores-points-calculated-based-on-user-pulse-survey-response',
    title: 'Profit.co: of eight answers six detractors, two passives and no promoter',
    answers: ballot(0, 2, 6),
    expected: { NPS: '-75' },
    publishedWrong: {
      key: 'NPS',
      value: '-40',
      why: 'The line works [(1 − 3) ÷ 5] × 100, none of them a number of this survey; (0 − 6) ÷ 8 is −75.',
    },
  },
  {
    source: 'https://cal12.calculator.city/?p=273953',
    title: 'Calculator City: 120 promoters, 45 passives and 30 detractors',
    answers: ballot(120, 45, 30),
    expected: { NPS: '46.15' },
    publishedWrong: {
      key: 'NPS',
      value: '46.16',
      why: '61.54 − 15.38: both shares were rounded before they were subtracted. 90 ÷ 195 is 46.15.',
    },
  },
  {
    source: 'https://codebeats.net/blogpost/nps-score-quality-over-quantity/index.html',
    title: 'Codebeats: a call centre loved and hated by fourteen each has 0',
    answers: scores([10, 10, 10, 10, 10, 9, 9, 9, 9, 9, 9, 9, 9, 9, 2, 2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0, 0]),
    expected: { NPS: '0' },
  },
  {
    source: 'https://codebeats.net/blogpost/nps-score-quality-over-quantity/index.html',
    title: 'Codebeats: a shop that few love and few hate has 0 too',
    answers: scores([9, 9, 9, 9, 9, 9, 9, 9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 7, 6, 6, 6, 6, 6, 6, 6, 6]),
    expected: { NPS: '0' },
  },
  {
    source: npsTests,
    title: 'nps-calculator tests: 10 detractors, 6 passives and 4 promoters are −0.3',
    answers: scores([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 7, 8, 7, 8, 7, 8, 9, 10, 9, 10]),
    expected: { NPS: '-30' },
  },
  {
    source: npsTests,
    title: 'nps-calculator tests: 2 detractors, 8 passives and 10 promoters are +0.4',
    answers: scores([1, 2, 7, 8, 7, 8, 7, 8, 7, 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]),
    expected: { NPS: '40' },
  },
  {
    source: npsTests,
    title: 'nps-calculator tests: promoters alone are +1',
    answers: scores([9, 10, 9, 10, 10, 10]),
    expected: { NPS: '100' },
  },
  {
    source: npsTests,
    title: 'nps-calculator tests: passives alone are 0',
    answers: scores([7, 7, 7, 8, 8, 8]),
    expected: { NPS: '0' },
  },
  {
    source: npsTests,
    title: 'nps-calculator tests: detractors alone are −1',
    answers: scores([1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1]),
    expected: { NPS: '-100' },
  },
  {
    source: npsTests,
    title: 'nps-calculator tests: nobody gives no number',
    expected: { NPS: null },
  },
  {
    source: 'https://github.com/Karaka-Management/phpOMS/blob/HEAD/tests/Business/Marketing/NetPromoterScoreTest.php',
    title: 'phpOMS tests: 10 detractors, 30 passives and 60 promoters are 50',
    answers: ballot(60, 30, 10),
    expected: { NPS: '50' },
  },
  {
    source: 'https://github.com/Karaka-Management/phpOMS/blob/HEAD/tests/Business/Marketing/NetPromoterScoreTest.php',
    title: 'phpOMS tests: no answers',
    answers: [],
    expected: { NPS: null },
    publishedWrong: {
      key: 'NPS',
      value: '0',
      why: 'A default of 0 is a score that somebody could have earned; without answers there is none.',
    },
  },
  {
    source: supportSkill,
    title: 'AbsolutelySkilled: 60 % promoters, 25 % passives and 15 % detractors are 45',
    answers: ballot(60, 25, 15),
    expected: { NPS: '45' },
  },
  {
    source: supportSkill,
    title: 'AbsolutelySkilled: 40 % and 20 % of 300 are +20 ± 8.5',
    answers: ballot(120, 120, 60),
    expected: { NPS: '20', NPS_MARGIN: '8.5' },
  },
  {
    source: 'http://stats.stackexchange.com/a/18609',
    title: 'Cross Validated: a half, a third and a sixth are a third',
    answers: ballot(3, 2, 1),
    expected: { NPS: '33.3' },
  },
  {
    source: 'https://gist.github.com/jdmaturen/2995b2795c63825feec0',
    title: 'jdmaturen: 250 promoters and 75 detractors of 1,000 are 17.5, from 14.3 to 20.5',
    answers: ballot(250, 675, 75),
    expected: { NPS: '17.5', NPS_MARGIN: '3.4' },
    publishedWrong: {
      key: 'NPS_MARGIN',
      value: '3.1',
      why: 'Promoters and detractors are drawn apart, as if a promoter could also be a detractor: that leaves out their covariance.',
    },
  },
  {
    source:
      'http://www.talkstats.com/threads/net-promoter-score-calculating-confidence-intervals-and-margin-of-error.58500/',
    title: 'TalkStats: 291 promoters and 395 detractors of 1,162 are −9 ± 4.4, or is it ± 2.2?',
    answers: ballot(291, 476, 395),
    expected: { NPS: '-9', NPS_MARGIN: '4.4' },
    publishedWrong: { key: 'NPS_MARGIN', value: '2.2', why: '4.4 is half of the interval already, to either side.' },
  },
  {
    source: 'https://help.retently.com/en/articles/867624-how-nps-data-is-calculated-on-the-dashboard',
    title: 'Retently: who answers 6 and then 9 is a promoter, and no detractor any more',
    policy: { minimumSample: 1 },
    answers: ['ann - 2025-03-02 6', 'ann - 2025-03-20 9', 'bob - 2025-03-05 8'],
    expected: { NPS: '50', 'NPS.DETRACTORS': '0' },
  },
  {
    source:
      'https://help.userguiding.com/en/articles/3725767-how-userguiding-promoter-survey-tool-keeps-track-of-the-responses',
    title: 'UserGuiding: 8 three months ago and 10 today is a promoter',
    period: { kind: 'year', year: 2025 },
    policy: { minimumSample: 1 },
    answers: ['ann - 2025-03-02 8', 'ann - 2025-06-02 10'],
    expected: { NPS: '100', 'NPS.PROMOTERS': '1' },
  },
  {
    source: 'https://docs.appcues.com/article/354-calculating-your-nps-score',
    title: 'Appcues: over several survey cycles each answer counts',
    period: { kind: 'year', year: 2025 },
    policy: { minimumSample: 1, npsAnswer: 'every' },
    answers: ['ann - 2025-01-05 6', 'ann - 2025-02-05 8', 'ann - 2025-03-05 10'],
    expected: { NPS: '0', 'NPS.DETRACTORS': '1', 'NPS.PROMOTERS': '1' },
  },
];

/** Answers over times shown. */
export const responseRates: readonly Example[] = [
  {
    source: 'https://help.trengo.com/en/articles/154403-how-do-we-calculate-the-metrics',
    title: 'Trengo: one answer to three surveys is 33 %',
    answers: scores([9]),
    shown: 3,
    expected: { RESPONSE_RATE: '33%' },
  },
  {
    source: 'https://kpitree.co/glossary/customer-support-metrics/survey-response-analysis',
    title: 'KPI Tree: 300 of 2,000 invitations are 15 %',
    answers: ballot(150, 100, 50),
    shown: 2_000,
    expected: { RESPONSE_RATE: '15%' },
  },
  {
    source: 'https://andfrankly.zendesk.com/hc/no/articles/360018532140-How-is-the-response-rate-calculated-',
    title: '&frankly: 42 of 50 questions answered are 84 %',
    answers: ballot(20, 12, 10),
    shown: 50,
    expected: { RESPONSE_RATE: '84%' },
  },
  {
    source: 'https://help.winningtemp.com/hc/en-gb/articles/4409617517842-What-is-average-response',
    title: 'Winningtemp: 20 of 20 and 21 of 30',
    answers: ballot(21, 10, 10),
    shown: 50,
    expected: { RESPONSE_RATE: '82%' },
    differs: {
      key: 'RESPONSE_RATE',
      value: '85%',
      why: 'The mean of 100 % and 70 %, as if both mailings were of the same size; 41 of 50 is 82 %.',
    },
  },
];
