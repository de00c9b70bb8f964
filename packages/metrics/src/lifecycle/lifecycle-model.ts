import type { StageRule } from './stage-rule.ts';

/** A stage of the life of a customer. */
export interface LifecycleStage {
  readonly key: string;
  readonly label: string;
  /** Whether the road ends here, as with churn: coming to it is no progress, and leaving it is a return. */
  readonly terminal: boolean;
  /** When an account is in it by itself; `null`: only when set by hand. */
  readonly rule: StageRule | null;
}

/** The stages of a workspace in their order, the earliest first. Of several whose rules hold, the last one counts. */
export interface Lifecycle {
  readonly stages: readonly LifecycleStage[];
}

/** The stages of a workspace that saved none: nobody is in any of them until set by hand. */
export const defaultLifecycle: Lifecycle = {
  stages: [
    stage('awareness', 'Awareness'),
    stage('acquisition', 'Acquisition'),
    stage('onboarding', 'Onboarding'),
    stage('implementation', 'Implementation'),
    stage('early_adoption', 'Early adoption'),
    stage('growth', 'Growth'),
    stage('retention', 'Retention'),
    { ...stage('churn', 'Churn'), terminal: true },
  ],
};

function stage(key: string, label: string): LifecycleStage {
  return { key, label, terminal: false, rule: null };
}
