import type { Day } from '../calendar/day.ts';
import { type CostCategory, costCategories } from '../costs/cost-category.ts';
import type { HealthBand } from '../health/health-model.ts';
import type { MovementKind } from '../movements/movement.ts';
import type { Commitment } from '../recognition/commitment.ts';
import { defaultRecognition, type Recognition } from '../recognition/recognition.ts';
import type { SurveyScale } from '../surveys/survey-scale.ts';
import { AccountRows, type LedgerAccount } from './account-rows.ts';
import { type AdvocacyKind, AdvocacyTable } from './advocacy-columns.ts';
import { CommitmentTable } from './commitment-columns.ts';
import { ContractTable, type LedgerContract } from './contract-columns.ts';
import { CostTable } from './cost-table.ts';
import { csmColumns, type LedgerCsm } from './csm-columns.ts';
import { FeedbackTable } from './feedback-table.ts';
import type { LedgerHealthBand } from './health-columns.ts';
import { HealthTable } from './health-table.ts';
import type { Ledger } from './ledger.ts';
import { type LedgerMilestone, MilestoneTable } from './milestone-columns.ts';
import { MovementTable } from './movement-table.ts';
import { type LedgerOutcome, OutcomeTable } from './outcome-columns.ts';
import { SeatTable } from './seat-table.ts';
import type { LedgerStage } from './stage-columns.ts';
import { StageRows } from './stage-rows.ts';
import { type LedgerResolution, type LedgerTicket, TicketTable } from './ticket-table.ts';
import { TraitHistoryRows } from './trait-history-rows.ts';
import { UsageRows } from './usage-rows.ts';

/** What a ledger says of itself. */
export interface LedgerHead {
  readonly revision: string;
  readonly currency: string;
  readonly timeZone: string;
  /** @default that of a workspace that has set nothing */
  readonly recognition?: Recognition;
}

/** Collects rows in any order of accounts and lays them out as a {@link Ledger}. */
export class LedgerBuilder {
  readonly #head: LedgerHead & { readonly recognition: Recognition };
  readonly #accounts = new AccountRows();
  readonly #movements = new MovementTable();
  readonly #health = new HealthTable();
  readonly #healthBands: LedgerHealthBand[] = [];
  readonly #commitments = new CommitmentTable();
  readonly #costs = new CostTable();
  readonly #sharedCosts = new CostTable();
  readonly #contracts = new ContractTable();
  readonly #csms: LedgerCsm[] = [];
  readonly #traitHistory = new TraitHistoryRows();
  readonly #stages = new StageRows();
  #lifecycle: readonly LedgerStage[] = [];
  readonly #surveyScales = new Map<string, SurveyScale>();
  readonly #feedback = new FeedbackTable();
  readonly #seats = new SeatTable();
  readonly #usage = new UsageRows();
  readonly #milestones = new MilestoneTable();
  readonly #outcomes = new OutcomeTable();
  readonly #advocacy = new AdvocacyTable();
  readonly #tickets = new TicketTable();

  constructor(head: LedgerHead) {
    this.#head = { recognition: defaultRecognition, ...head };
  }

  /** Adds an account and returns its index. Accounts must come before the rows that name them. */
  addAccount(account: LedgerAccount): number {
    return this.#accounts.push(account);
  }

  /** Index of an account by its id, or -1 for one that was not added. */
  accountIndex(id: string | null): number {
    return id === null ? -1 : (this.#accounts.indexOf(id) ?? -1);
  }

  /** Adds a movement; those of one account must come oldest first. */
  addMovement(account: number, day: Day, kind: MovementKind, amount: number): void {
    this.#movements.push(account, day, kind, amount);
  }

  /** Adds what is known of an account's future from a day on; those of one account must come oldest first. */
  addCommitment(account: number, commitment: Commitment): void {
    this.#commitments.push(account, commitment);
  }

  /** Adds a health score (`null`: nothing known from this day on); those of one account must come oldest first. */
  addHealth(account: number, day: Day, score: number | null, coverage: number): void {
    this.#health.push(account, day, score, coverage);
  }

  /** Adds a band of a model that scores fall in; lowest first. */
  addHealthBand(band: HealthBand, model = 'default'): void {
    this.#healthBands.push({ ...band, model });
  }

  /**
   * Adds a cost over `[startsOn, endsOn)`; those of one account must come with the earliest start first.
   *
   * @param account -1: of the workspace as a whole
   * @param amount minor units; `null` where no exchange rate is known
   */
  addCost(account: number, category: CostCategory, startsOn: Day, endsOn: Day, amount: number | null): void {
    const table = account < 0 ? this.#sharedCosts : this.#costs;
    table.push(account, costCategories.indexOf(category), startsOn, endsOn, amount ?? Number.NaN);
  }

  /** Adds a contract; those of one account must come with the earliest end first. */
  addContract(account: number, contract: LedgerContract): void {
    this.#contracts.push(account, contract);
  }

  /**
   * Adds a value that a trait has from a day on (`''`: none any more); those of one account must come oldest first, and the
   * present value last.
   */
  addTraitChange(account: number, key: string, from: Day, value: string): void {
    this.#traitHistory.push(account, key, from, value);
  }

  /** Says which stages there are, in order; before any is added to an account. */
  setLifecycle(stages: readonly LedgerStage[]): void {
    this.#lifecycle = stages;
  }

  /** Adds the stage that an account is in from a day on (`null`: none); those of one account must come oldest first. */
  addStage(account: number, day: Day, stage: string | null, byHand = false): void {
    this.#stages.push(account, day, this.#lifecycle.findIndex(({ key }) => key === stage) + 1, byHand);
  }

  /** Adds a CSM; each id once. Accounts name theirs in the trait `csm`. */
  addCsm(csm: LedgerCsm): void {
    this.#csms.push(csm);
  }

  /** Says which answers a survey takes; those of a survey that is not described are of NPS. */
  addSurvey(key: string, scale: SurveyScale): void {
    this.#surveyScales.set(key, scale);
  }

  /** Adds an answer; answers must come oldest first. `account` -1: of no account. */
  addResponse(survey: string, account: number, respondent: string, day: Day, answer: number): void {
    this.#feedback.addResponse(survey, account, respondent, day, answer);
  }

  /** Adds one showing of a survey; oldest first. */
  addExposure(survey: string, account: number, day: Day): void {
    this.#feedback.addExposure(survey, account, day);
  }

  /**
   * Adds that a user was active on a day, with a feature where one is named; in any order.
   *
   * @param sessions how many began with the feature
   * @param seconds how long those lasted together
   */
  addUsage(account: number, day: Day, user: string, feature = '', sessions = 0, seconds = 0): void {
    this.#usage.add(account, day, user, feature, sessions, seconds);
  }

  /** Says which plans a feature belongs to. */
  addFeature(key: string, plans: readonly string[]): void {
    this.#usage.describe(key, plans);
  }

  /** Adds how many seats an account is licensed for from a day on; those of one account must come oldest first. */
  addSeats(account: number, day: Day, seats: number): void {
    this.#seats.push(account, day, seats);
  }

  /** Says what a milestone is for; one that is not described is for nothing in particular. */
  addMilestone(milestone: LedgerMilestone): void {
    this.#milestones.describe(milestone);
  }

  /** Adds that an account reached a milestone; those of one account must come oldest first. */
  addReached(account: number, day: Day, milestone: string): void {
    this.#milestones.push(account, day, milestone);
  }

  /** Adds an outcome that an account is to achieve. */
  addOutcome(account: number, outcome: LedgerOutcome): void {
    this.#outcomes.push(account, outcome);
  }

  /** Adds an act of advocacy; those of one account must come oldest first. */
  addAdvocacy(account: number, day: Day, kind: AdvocacyKind): void {
    this.#advocacy.push(account, day, kind);
  }

  /** Adds a ticket; those of one account must come in the order of their creation. */
  addTicket(account: number, ticket: LedgerTicket): void {
    this.#tickets.addTicket(account, ticket);
  }

  /** Adds a stretch in which a ticket was not open; those of one account must come oldest first. */
  addResolution(account: number, resolution: LedgerResolution): void {
    this.#tickets.addResolution(account, resolution);
  }

  /** Lays the rows out. The builder must not be used afterwards. */
  build(): Ledger {
    const { count } = this.#accounts;
    return {
      ...this.#head,
      accounts: this.#accounts.columns(),
      movements: this.#movements.byAccount(count),
      health: this.#health.byAccount(count, this.#healthBands),
      healthBands: this.#healthBands,
      commitments: this.#commitments.byAccount(count),
      seats: this.#seats.byAccount(count),
      milestones: this.#milestones.byAccount(count),
      milestoneList: this.#milestones.list,
      outcomes: this.#outcomes.byAccount(count),
      advocacy: this.#advocacy.byAccount(count),
      usage: this.#usage.columns(count),
      features: this.#usage.features,
      tickets: this.#tickets.tickets(count),
      resolutions: this.#tickets.resolutions(count),
      costs: { ...this.#costs.byAccount(count), shared: this.#sharedCosts.inOrder() },
      contracts: this.#contracts.byAccount(count),
      csms: csmColumns(this.#csms),
      surveyScales: this.#surveyScales,
      traitHistory: this.#traitHistory.byAccount(count),
      lifecycle: this.#lifecycle,
      stages: this.#stages.byAccount(count),
      responses: this.#feedback.responses(),
      exposures: this.#feedback.exposures(),
    };
  }
}
