import { beforeAll, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { freshDatabase } from './postgres.ts';
import { unroutable } from './routable-statements.ts';

let url: string;
beforeAll(async () => {
  url = await freshDatabase();
  await (await openStore({ databaseUrl: url })).close();
});

const why = async (sql: string, ...parameters: readonly unknown[]): Promise<string | undefined> =>
  (await unroutable(url, [{ sql, parameters }]))[0]?.split(':')[0];

test.each([
  ['one table', `select name from account where workspace_id = $1`, ['w']],
  ['no table', `select set_config('role', $1, true)`, ['w']],
  ['the list of workspaces', `select workspace_id from workspace`, []],
  [
    'a join by workspace',
    `select a.name from account a join movement m on m.workspace_id = a.workspace_id and m.account_id = a.account_id where a.workspace_id = $1`,
    ['w'],
  ],
  [
    'tables that are each held to it',
    `select (select count(*) from csm where workspace_id = $1) from account as a where a.workspace_id = $2 and (a.name = $3 or a.source = $3)`,
    ['w', 'w', 'x'],
  ],
  [
    'an insert',
    `insert into csm (workspace_id, source, external_id, name, fte_millionths, ramped_on, touched_revision) select $1, 's', e, e, 1, now(), 1 from unnest($2::text[]) as t (e)`,
    ['w', []],
  ],
  [
    'an update',
    `update account set name = n.name from unnest($1::text[]) as n (name) where workspace_id = $2`,
    [[], 'w'],
  ],
] as const)('%s can be routed', async (_, sql, parameters) => {
  expect(await why(sql, ...parameters)).toBeUndefined();
});

test.each([
  ['no workspace', `select name from account`, [], 'account is not held to a workspace'],
  [
    'another column alone',
    `select name from account where external_id = $1`,
    ['w'],
    'account is not held to a workspace',
  ],
  [
    'a join by account alone',
    `select a.name from account a join movement m on m.account_id = a.account_id where a.workspace_id = $1`,
    ['w'],
    'movement is not held to a workspace',
  ],
  [
    'a subquery without',
    `select name from account where workspace_id = $1 and account_id in (select account_id from cost)`,
    ['w'],
    'cost is not held to a workspace',
  ],
  [
    'one or another',
    `select name from account where workspace_id = $1 or name = $2`,
    ['w', 'x'],
    'account is not held to a workspace',
  ],
  [
    'several',
    `select name from account where workspace_id = any($1::text[])`,
    [['w']],
    'account is not held to a workspace',
  ],
  [
    'two workspaces',
    `select 1 from account a, csm c where a.workspace_id = $1 and c.workspace_id = $2`,
    ['w', 'v'],
    'its tables are held to different workspaces',
  ],
  [
    'an insert of another’s rows',
    `insert into csm select 'x', source, external_id, name, email, fte_millionths, ramped_on, left_on, touched_revision from csm where workspace_id = $1`,
    ['w'],
    'csm is not held to a workspace',
  ],
  ['an update of everybody', `update account set name = $1`, ['x'], 'account is not held to a workspace'],
] as const)('%s cannot', async (_, sql, parameters, reason) => {
  expect(await why(sql, ...parameters)).toBe(reason);
});
