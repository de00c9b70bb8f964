import type { Lifecycle, LifecycleStage, StageRule } from '@plimsoll/metrics';

/**
 * The stages of Harbor's customers. Of several whose rules hold the last one counts, so a customer who is not well falls
 * back from growth to early adoption.
 */
export const lifecycle: Lifecycle = {
  stages: [
    stage('acquisition', 'Acquisition', { kind: 'not', of: firstPaidFor(0) }),
    stage('onboarding', 'Onboarding', payingFor(0)),
    stage('implementation', 'Implementation', payingFor(30)),
    stage('early_adoption', 'Early adoption', payingFor(90)),
    stage('growth', 'Growth', { kind: 'all', of: [payingFor(240), { kind: 'health', atLeast: 60 }] }),
    stage('retention', 'Retention', { kind: 'all', of: [payingFor(540), { kind: 'health', atLeast: 60 }] }),
    { ...stage('churn', 'Churn', { kind: 'lapsedFor', days: 1 }), terminal: true },
  ],
};

function stage(key: string, label: string, rule: StageRule): LifecycleStage {
  return { key, label, terminal: false, rule };
}

function firstPaidFor(days: number): StageRule {
  return { kind: 'firstPaidFor', days };
}

function payingFor(days: number): StageRule {
  return { kind: 'all', of: [{ kind: 'paying' }, firstPaidFor(days)] };
}
