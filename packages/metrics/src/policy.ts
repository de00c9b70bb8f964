import { defaultRecognition, type Recognition, recognitionSwitches } from './recognition/recognition.ts';

/** What the field disagrees on, decided: one object per workspace, overridable per query, echoed with each reading. */
export interface Policy extends Recognition {
  /**
   * `periodic`: start + expansion − contraction − churn of the opening customers, over start.
   * `trailing12Cohort`: what the customers of 12 months ago pay now over what they paid then (public filings).
   * @default 'periodic'
   */
  readonly nrrMethod: 'periodic' | 'trailing12Cohort';
  /**
   * Whether former customers who came back within the period count in NRR.
   * @default 'exclude' as ChartMogul does
   */
  readonly nrrReactivation: 'exclude' | 'include';
  /**
   * Whether customers won and lost within one period count as lost.
   * @default 'ignore' as ChartMogul and ProfitWell do; Stripe counts them
   */
  readonly samePeriodChurn: 'ignore' | 'count';
  /**
   * What lost customers are divided by.
   * @default 'customersAtStart'; Stripe divides by `startPlusNew`
   */
  readonly churnDenominator: 'customersAtStart' | 'startPlusNew';
  /**
   * A return after more than this many days counts as new. `null`: any return is reactivation.
   * @default null; Maxio uses 90
   */
  readonly reactivationWindowDays: number | null;
  /**
   * What a customer is worth. `arpaMarginOverChurn`: MRR per customer, less the cost to serve, over monthly churn.
   * `arpaOverChurn`: the same without the cost. `revenuePerCustomer`: the period's revenue over its customers.
   * @default 'arpaMarginOverChurn'; ChartMogul uses `arpaOverChurn`
   */
  readonly ltvMethod: 'arpaMarginOverChurn' | 'arpaOverChurn' | 'revenuePerCustomer';
  /**
   * How many months the churn of the lifetime is averaged over, 1 to 60.
   * @default 6
   */
  readonly ltvChurnMonths: number;
  /**
   * The longest lifetime counted with, in months, 1 to 1,200. `null`: no limit, and no value while nobody leaves.
   * @default 60
   */
  readonly ltvCapMonths: number | null;
  /**
   * Whether CMRR counts what is signed and starts later.
   * @default 'exclude'
   */
  readonly cmrrSigned: 'exclude' | 'include';
  /**
   * Which answers of one respondent count in NPS. In CSAT and CES every answer counts, whatever is set here: by convention
   * each is about an occasion of its own.
   * @default 'latestPerRespondent'
   */
  readonly npsAnswer: 'latestPerRespondent' | 'every';
  /**
   * Fewest answers a score is given for.
   * @default 5
   */
  readonly minimumSample: number;
  /**
   * How many weeks back user adoption looks, 1 to 520.
   * @default 4
   */
  readonly userAdoptionWeeks: number;
  /**
   * In how many of those weeks a user must have been active to count as one who adopted the product; never more than
   * there are weeks.
   * @default 3
   */
  readonly userAdoptionAtLeast: number;
  /**
   * What counts as a first response. `publicAgentReply`: a public reply by a person. `anyPublicReply`: one by a bot too.
   * @default 'publicAgentReply' as Zendesk does
   */
  readonly firstResponse: 'publicAgentReply' | 'anyPublicReply';
  /**
   * In which time support is measured. `business`: within the hours of the ticket's schedule, or of the workspace's
   * schedule `default`, as they were in force at the time.
   * @default 'calendar'
   */
  readonly supportHours: 'calendar' | 'business';
}

/** The policy of a workspace that has set nothing. */
export const defaultPolicy: Policy = {
  ...defaultRecognition,
  nrrMethod: 'periodic',
  nrrReactivation: 'exclude',
  samePeriodChurn: 'ignore',
  churnDenominator: 'customersAtStart',
  reactivationWindowDays: null,
  ltvMethod: 'arpaMarginOverChurn',
  ltvChurnMonths: 6,
  ltvCapMonths: 60,
  cmrrSigned: 'exclude',
  npsAnswer: 'latestPerRespondent',
  minimumSample: 5,
  userAdoptionWeeks: 4,
  userAdoptionAtLeast: 3,
  firstResponse: 'publicAgentReply',
  supportHours: 'calendar',
};

/** One policy switch in words. */
export interface PolicySwitch {
  readonly key: keyof Policy;
  readonly label: string;
  /** What it decides, as a sentence. */
  readonly description: string;
  /** What each closed value means; absent where the value is a number. */
  readonly values?: Readonly<Record<string, string>>;
  /** The largest number it takes; the smallest is 1. @default no limit */
  readonly most?: number;
  /** Whether it may be `null`, for none. @default false */
  readonly nullable?: boolean;
}

/** Every switch, described once for the graph and the widgets. */
export const policySwitches: readonly PolicySwitch[] = [
  {
    key: 'nrrMethod',
    label: 'NRR method',
    description: 'How NRR is worked out.',
    values: {
      periodic: 'Movements of the opening customers',
      trailing12Cohort: 'Customers of 12 months ago, now over then',
    },
  },
  {
    key: 'nrrReactivation',
    label: 'Returns in NRR',
    description: 'Whether returns count in NRR.',
    values: { exclude: 'Not counted', include: 'Counted' },
  },
  {
    key: 'samePeriodChurn',
    label: 'Won and lost in one period',
    description: 'Whether customers won and lost within one period count as lost.',
    values: { ignore: 'Not counted as lost', count: 'Counted as lost' },
  },
  {
    key: 'churnDenominator',
    label: 'Lost customers divided by',
    description: 'What lost customers are divided by.',
    values: { customersAtStart: 'Customers at the start', startPlusNew: 'Customers at the start plus new ones' },
  },
  ...recognitionSwitches,
  {
    key: 'reactivationWindowDays',
    label: 'Days after which a return is new',
    description: 'A return after more than this many days counts as new; null: never.',
    nullable: true,
  },
  {
    key: 'ltvMethod',
    label: 'LTV method',
    description: 'What a customer is worth.',
    values: {
      arpaMarginOverChurn: 'ARPA times margin over churn',
      arpaOverChurn: 'ARPA over churn, without the cost to serve',
      revenuePerCustomer: 'Revenue of the period per customer',
    },
  },
  {
    key: 'ltvChurnMonths',
    label: 'Months that churn is averaged over in LTV',
    description: 'Months that churn is averaged over in LTV.',
    most: 60,
  },
  {
    key: 'ltvCapMonths',
    label: 'Longest lifetime in LTV, in months',
    description: 'The longest lifetime that LTV counts with, in months; null: no limit.',
    most: 1200,
    nullable: true,
  },
  {
    key: 'cmrrSigned',
    label: 'Signed and not begun, in CMRR',
    description: 'Whether CMRR counts what is signed and starts later.',
    values: { exclude: 'Not counted', include: 'Counted' },
  },
  {
    key: 'npsAnswer',
    label: 'Answers counted in NPS',
    description: 'Which answers of one respondent count in NPS.',
    values: { latestPerRespondent: 'The latest of each respondent', every: 'Every answer' },
  },
  { key: 'minimumSample', label: 'Fewest answers for a score', description: 'Fewest answers a score is given for.' },
  {
    key: 'userAdoptionWeeks',
    label: 'Weeks that user adoption looks back',
    description: 'How many weeks back user adoption looks.',
    most: 520,
  },
  {
    key: 'userAdoptionAtLeast',
    label: 'Weeks a user must be active in to have adopted',
    description: 'In how many of those weeks a user must have been active; no more than there are.',
    most: 520,
  },
  {
    key: 'firstResponse',
    label: 'What counts as a first response',
    description: 'What counts as the first response to a ticket.',
    values: { publicAgentReply: 'A public reply by an agent', anyPublicReply: 'A public reply by an agent or a bot' },
  },
  {
    key: 'supportHours',
    label: 'Time that support is measured in',
    description: 'In which time support is measured.',
    values: { calendar: 'Calendar time', business: 'Business hours' },
  },
];
