import { builder } from './builder.ts';

/** By a trait. */
export const TraitFilter = builder.inputType('TraitFilter', {
  description: 'Accounts by the value of a trait.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'The trait’s key, such as `plan`.' }),
    in: t.stringList({ required: true, description: 'Any of these values; "" stands for accounts without the trait.' }),
    on: t.field({
      type: 'Date',
      description:
        'As the value was on this day; as it is now when left out. The first value that is known holds before it too.',
    }),
  }),
});

/** By an amount. */
export const MoneyRange = builder.inputType('MoneyRange', {
  description: 'A half-open range of amounts in the workspace’s currency.',
  fields: (t) => ({
    atLeast: t.field({ type: 'Decimal', description: 'This much or more, such as "250.00".' }),
    below: t.field({ type: 'Decimal', description: 'Less than this.' }),
    currency: t.string({
      description:
        'The currency the amounts are in; refused unless it is the workspace’s, which is meant when left out.',
    }),
  }),
});

/** By a score. */
export const ScoreRange = builder.inputType('ScoreRange', {
  description: 'A half-open range of scores.',
  fields: (t) => ({
    atLeast: t.float({ description: 'This or more.' }),
    below: t.float({ description: 'Less than this.' }),
  }),
});

/** By a day. */
export const DayRange = builder.inputType('DayRange', {
  description: 'Days from one up to, but not including, another.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day.' }),
    until: t.field({ type: 'Date', description: 'The first day that is too late.' }),
  }),
});

/** By tags. */
export const TagsFilter = builder.inputType('TagsFilter', {
  description: 'Accounts by their tags. Parts given together must all hold.',
  fields: (t) => ({
    any: t.stringList({ description: 'At least one of these; an empty list holds for no account.' }),
    all: t.stringList({ description: 'Every one of these.' }),
    none: t.stringList({ description: 'Not one of these.' }),
  }),
});

/** By who serves them. */
export const CsmFilter = builder.inputType('CsmFilter', {
  description: 'Accounts by their CSM, in either of these ways. Refused to tokens for some accounts.',
  fields: (t) => ({
    in: t.stringList({ description: 'One of these CSMs, by the host’s id.' }),
    none: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Accounts that no known CSM serves, too.',
    }),
  }),
});

/** By health band. */
export const BandFilter = builder.inputType('BandFilter', {
  description: 'Accounts by the health band they are in today.',
  fields: (t) => ({
    in: t.stringList({
      required: true,
      description:
        'Keys of bands; "" stands for accounts without a score. A key that no band has holds for no account.',
    }),
  }),
});

/** By saved segment. */
export const SegmentFilter = builder.inputType('SegmentFilter', {
  description: 'Accounts by saved segment. Refused to tokens for some accounts.',
  fields: (t) => ({
    in: t.stringList({ required: true, description: 'Keys of segments; the account is in at least one of them.' }),
  }),
});
