import type { NpsScoreData } from '../nps-score/nps-score-data.ts';
import type { NpsSurveyData, SurveyStep } from '../nps-survey/nps-survey-data.ts';
import { readingOf } from './sample-reading.ts';

function quarter(start: string, end: string, open = false) {
  return { start, end, open, daysLeft: 0, unit: 'QUARTER' as const, count: 1 };
}

const quarters = [
  quarter('2025-04-01', '2025-07-01'),
  quarter('2025-07-01', '2025-10-01'),
  quarter('2025-10-01', '2026-01-01'),
  quarter('2026-01-01', '2026-04-01'),
  quarter('2026-04-01', '2026-07-01'),
  quarter('2026-07-01', '2026-10-01'),
];

const courses = [
  [22, 12],
  [27, 11],
  [31, 10],
  [28, 10],
  [35, 11],
  [42, 10],
] as const;

/** A complete NPS card: +42 ± 10 from 212 answers, up 7 within the margin. */
export const nps: NpsScoreData = {
  name: 'Relationship NPS',
  score: readingOf(
    {
      key: 'NPS',
      name: 'Net Promoter Score',
      shortName: 'NPS',
      formula: '100 × (promoters − detractors) ÷ answers',
      unit: 'POINTS',
      family: 'FEEDBACK',
      undefinedReasons: [
        {
          reason: 'BELOW_MINIMUM_SAMPLE',
          title: 'Too few answers',
          explanation: 'A score needs at least 5 answers; below that it says more about chance than about customers.',
        },
        { reason: 'NO_RESPONSES', title: 'No answers yet', explanation: 'Nobody has answered in this period.' },
      ],
    },
    {
      period: quarter('2026-07-01', '2026-10-01'),
      value: 42,
      sampleSize: 212,
      marginOfError: 10,
      previous: { period: quarter('2026-04-01', '2026-07-01'), value: 35, revision: '42' },
      change: { absolute: 7, relative: 0.2, direction: 'UP', assessment: 'BETTER', withinMargin: true },
    },
  ),
  distribution: {
    buckets: [
      { bucket: 'DETRACTOR', count: 34, share: 0.16 },
      { bucket: 'PASSIVE', count: 55, share: 0.26 },
      { bucket: 'PROMOTER', count: 123, share: 0.58 },
    ],
    answered: 212,
    shown: 640,
    responseRate: 0.33,
  },
  trend: {
    granularity: 'QUARTER',
    revision: '42',
    points: courses.map(([value, marginOfError], index) => ({
      period: quarters[index] ?? quarter('2026-07-01', '2026-10-01'),
      value,
      money: null,
      reason: null,
      sampleSize: 200,
      marginOfError,
    })),
  },
};

/** A survey in a given step. */
export function surveyIn(step: SurveyStep): NpsSurveyData {
  return {
    ...step,
    survey: {
      id: 'survey-1',
      key: 'relationship',
      name: 'Relationship NPS',
      question: 'How likely are you to recommend Harbor to a friend or colleague?',
      lowLabel: 'Not at all likely',
      highLabel: 'Extremely likely',
      thanks: 'Thank you. Your answer goes to the people who can act on it.',
      open: true,
      followUps: [
        { bucket: 'DETRACTOR', question: 'What went wrong?' },
        { bucket: 'PASSIVE', question: 'What would have made it a 9 or 10?' },
        { bucket: 'PROMOTER', question: 'What do you value most?' },
      ],
    },
  };
}
