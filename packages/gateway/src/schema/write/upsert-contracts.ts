import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const ContractStatus = builder.enumType('ContractStatus', {
  description: 'Whether a contract counts.',
  values: {
    SIGNED: { value: 'signed', description: 'It counts, as due and as a renewal.' },
    DRAFT: { value: 'draft', description: 'Not signed, and counts for nothing yet.' },
    VOID: { value: 'void', description: 'Never was a contract.' },
  } as const,
});

const ContractInput = builder.inputType('ContractInput', {
  description: 'A contract, and what is known of its renewal.',
  fields: (t) => ({
    contractId: t.string({ required: true, description: 'The host’s own id of the contract.' }),
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    startsOn: t.field({ type: 'Date', required: true, description: 'The first day it covers.' }),
    endsOn: t.field({
      type: 'Date',
      required: true,
      description: 'The renewal day: the first day it no longer covers.',
    }),
    amount: t.field({
      type: 'Decimal',
      required: true,
      description: 'What a year of it is worth, in major units, such as "12000.00"; 0 or more.',
    }),
    currency: t.string({
      required: true,
      description: 'ISO 4217 code. What is due and what is renewed are converted at the rates of the first day.',
    }),
    autoRenew: t.boolean({
      description: 'Whether it goes on unless somebody gives notice: it is then renewed unless it is known to be lost.',
    }),
    noticeDays: t.int({ description: 'How many days before the renewal day notice has to be given; 0 when left out.' }),
    status: t.field({ type: ContractStatus, description: 'Whether it counts; SIGNED when left out.' }),
    signedOn: t.field({
      type: 'Date',
      description: 'The day it was signed, when it renews the one it names; its first day when left out.',
    }),
    renews: t.string({ description: 'Id of the contract of the same account that it renews, which may come later.' }),
    renewedOn: t.field({
      type: 'Date',
      description: 'The day it was renewed, where no contract that renews it is recorded.',
    }),
    renewedAmount: t.field({
      type: 'Decimal',
      description: 'What a year is worth since, in the same currency; as before when left out.',
    }),
    lostOn: t.field({ type: 'Date', description: 'The day it became known that it will not be renewed.' }),
  }),
});

builder.mutationField('upsertContracts', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description:
      'Writes contracts, each in place of the one with its id, and works out what became of them and of those they renew. Needs `data:write`.',
    args: {
      contracts: t.arg({ type: [ContractInput], required: true, description: batchOf('The contracts') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { contracts, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        contracts.map(
          ({ autoRenew, noticeDays, status, signedOn, renews, renewedOn, renewedAmount, lostOn, ...rest }) => ({
            ...rest,
            startsOn: formatDay(rest.startsOn),
            endsOn: formatDay(rest.endsOn),
            ...(autoRenew == null ? {} : { autoRenew }),
            ...(noticeDays == null ? {} : { noticeDays }),
            ...(status == null ? {} : { status }),
            ...(signedOn == null ? {} : { signedOn: formatDay(signedOn) }),
            ...(renews == null ? {} : { renews }),
            ...(renewedOn == null ? {} : { renewedOn: formatDay(renewedOn) }),
            ...(renewedAmount == null ? {} : { renewedAmount }),
            ...(lostOn == null ? {} : { lostOn: formatDay(lostOn) }),
          }),
        ),
        source,
        (store, items, options) => store.upsertContracts(items, options),
      ),
  }),
);
