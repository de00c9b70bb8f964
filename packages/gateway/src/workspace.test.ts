import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from './create-gateway.ts';
import { type Harbor, noon, openHarbor, post } from './testing/harbor.ts';

let harbor: Harbor;
let key: string;
let rivalKey: string;
beforeAll(async () => {
  harbor = await openHarbor();
  key = (await harbor.harbor.createApiKey({ name: 'admin', scopes: ['data:write'] })).secret;
  rivalKey = (await harbor.rival.createApiKey({ name: 'admin', scopes: ['data:write', 'metrics:read'] })).secret;
});
afterAll(() => harbor.close());

const updateWorkspace = `mutation ($settings: WorkspaceSettingsInput!) {
  updateWorkspace(settings: $settings) {
    __typename
    ... on UpdateWorkspacePayload {
      revision
      workspace {
        key name fiscalYearStartsIn revision today
        policy { nrrMethod paused minimumSample ltvCapMonths reactivationWindowDays }
        targets { definition { key } target { value watch } }
      }
    }
    ... on InvalidSettingError { field message }
  }
}`;

async function update(settings: object, token = key) {
  const { data, errors } = await harbor.ask(updateWorkspace, { settings }, { token });
  expect(errors).toBeUndefined();
  return data.updateWorkspace;
}

describe('settings of a workspace', () => {
  it('are changed where they are given, and told as they stand', async () => {
    const first = await update({
      name: 'Harbor Inc.',
      fiscalYearStartsIn: 4,
      policy: { nrrMethod: 'TRAILING_12_COHORT', reactivationWindowDays: 90 },
      targets: [
        { metric: 'GRR', value: 0.9 },
        { metric: 'NRR', value: 1.3, watch: 0.9 },
        { metric: 'CAC_PAYBACK', value: 12 },
      ],
    });
    expect(first).toEqual({
      __typename: 'UpdateWorkspacePayload',
      revision: first.workspace.revision,
      workspace: {
        key: 'harbor',
        name: 'Harbor Inc.',
        fiscalYearStartsIn: 4,
        revision: first.revision,
        today: '2026-11-21',
        policy: {
          nrrMethod: 'TRAILING_12_COHORT',
          paused: 'ZERO',
          minimumSample: 5,
          ltvCapMonths: 60,
          reactivationWindowDays: 90,
        },
        targets: [
          { definition: { key: 'NRR' }, target: { value: 1.3, watch: 0.9 } },
          { definition: { key: 'GRR' }, target: { value: 0.9, watch: null } },
          { definition: { key: 'CAC_PAYBACK' }, target: { value: 12, watch: null } },
        ],
      },
    });
    const second = await update({
      policy: { paused: 'COUNT', ltvCapMonths: null, reactivationWindowDays: null, minimumSample: null },
      targets: [{ metric: 'GRR', value: null }],
    });
    expect(second.workspace).toMatchObject({
      name: 'Harbor Inc.',
      fiscalYearStartsIn: 4,
      policy: {
        nrrMethod: 'TRAILING_12_COHORT',
        paused: 'COUNT',
        minimumSample: 5,
        ltvCapMonths: null,
        reactivationWindowDays: null,
      },
      targets: [{ definition: { key: 'NRR' } }, { definition: { key: 'CAC_PAYBACK' } }],
    });
    expect(Number(second.revision)).toBe(Number(first.revision) + 1);
    expect((await update({ policy: { paused: 'COUNT' }, targets: [] })).revision).toBe(second.revision);
  });

  it('are what numbers are read under from then on, on another server too', async () => {
    await update({ policy: { nrrMethod: 'TRAILING_12_COHORT' } });
    const before = await harbor.ask(
      '{ portfolio { metric(key: NRR, period: { month: "2026-05" }) { value revision } } }',
    );
    const { revision } = await update({
      policy: { nrrMethod: 'PERIODIC' },
      targets: [{ metric: 'NRR', value: 1.2, watch: 1.05 }],
    });
    const asked = `{
      portfolio { metric(key: NRR, period: { month: "2026-05" }, compare: TARGET) {
        value revision policy { nrrMethod } target { value watch } status change { absolute }
      } }
      viewer { policy { nrrMethod } workspace { name targets { definition { key } target { value } } } }
    }`;
    const { data } = await harbor.ask(asked);
    const { metric } = data.portfolio;
    expect(metric).toMatchObject({
      revision,
      policy: { nrrMethod: 'PERIODIC' },
      target: { value: 1.2, watch: 1.05 },
      status: 'WATCH',
    });
    expect(metric.value).not.toBe(before.data.portfolio.metric.value);
    expect(metric.change.absolute).toBeCloseTo(metric.value - 1.2, 12);
    expect(data.viewer).toMatchObject({
      policy: { nrrMethod: 'PERIODIC' },
      workspace: {
        targets: [{ definition: { key: 'NRR' }, target: { value: 1.2 } }, { definition: { key: 'CAC_PAYBACK' } }],
      },
    });
    const other = createGateway({ store: harbor.store, now: () => noon });
    const there = await post(other, { query: asked }, await harbor.token());
    await other.dispose();
    expect(there.data).toEqual(data);
  });

  it.each([
    ['policy.ltvChurnMonths', { policy: { ltvChurnMonths: 61 } }, /Give a whole number from 1 to 60\.$/],
    ['policy.userAdoptionAtLeast', { policy: { userAdoptionWeeks: 2 } }, /no more than there are weeks\.$/],
    ['fiscalYearStartsIn', { fiscalYearStartsIn: 0 }, /Give a month from 1 to 12\.$/],
    ['name', { name: '' }, /Give it one\.$/],
    ['targets.NRR', { targets: [{ metric: 'NRR', watch: 1 }] }, /leave watch out to remove the target\.$/],
    [
      'targets.NRR',
      {
        targets: [
          { metric: 'NRR', value: 1 },
          { metric: 'NRR', value: null },
        ],
      },
      /Give one\.$/,
    ],
  ])('are refused as data where %s makes no sense', async (field, settings, remedy) => {
    const { revision } = await harbor.harbor.info();
    const refused = await update({ fiscalYearStartsIn: 7, ...settings });
    expect(refused).toEqual({ __typename: 'InvalidSettingError', field, message: expect.stringMatching(remedy) });
    expect(await harbor.harbor.info()).toMatchObject({ revision, fiscalYearStartsIn: 4 });
  });

  it('are for keys that may write, and never for a browser’s token', async () => {
    const reader = (await harbor.harbor.createApiKey({ name: 'reader', scopes: ['metrics:read'] })).secret;
    for (const token of [reader, await harbor.token()]) {
      const { errors } = await harbor.ask(updateWorkspace, { settings: { name: 'Mine' } }, { token });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await harbor.harbor.info()).name).toBe('Harbor Inc.');
  });

  it('are those of the key’s own workspace', async () => {
    const { name, revision } = await harbor.harbor.info();
    expect(
      (await update({ name: 'Rival Inc.', targets: [{ metric: 'NRR', value: 2 }] }, rivalKey)).workspace,
    ).toMatchObject({
      key: 'rival',
      name: 'Rival Inc.',
    });
    expect(await harbor.harbor.info()).toMatchObject({ name, revision, targets: { NRR: { value: 1.2 } } });
  });

  it('tell a customer’s token no target of what customers cost, and a respondent’s none at all', async () => {
    const query = '{ viewer { workspace { targets { definition { key } } } } }';
    const customer = await harbor.ask(query, {}, { token: await harbor.token({ accounts: ['acme'] }) });
    expect(customer.data.viewer.workspace.targets).toEqual([{ definition: { key: 'NRR' } }]);
    const respondent = await harbor.ask(query, {}, { token: await harbor.token({ scopes: ['surveys:respond'] }) });
    expect(respondent.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
