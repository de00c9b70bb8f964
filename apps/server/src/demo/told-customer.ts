import type { Customer } from './customer.ts';
import type { DemoPerson, DemoSubscription, Plan } from './demo-records.ts';
import type { Life } from './life.ts';

/** A customer whose history is told: who it is, how it fared and what it bought. */
export interface ToldCustomer {
  readonly customer: Customer;
  readonly life: Life;
  /** The plan that it has now, or had last. */
  readonly plan: Plan;
  /** Of the main subscription, oldest first. */
  readonly spans: readonly DemoSubscription[];
  readonly people: readonly DemoPerson[];
}
