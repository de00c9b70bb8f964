import { dayOf } from '@plimsoll/metrics';
import { expect, it } from 'vitest';
import { banner } from './banner.ts';

const options = {
  url: 'http://localhost:4000',
  site: true,
  storybook: false,
  database: 'the folder .plimsoll',
  databaseOption: '',
  toldUpTo: dayOf(2026, 11, 20),
  today: dayOf(2026, 11, 21),
};

it('says where to look and what to try', () => {
  const text = banner(options);
  expect(text).toContain('http://localhost:4000/graphql');
  expect(text).not.toContain('storybook');
  expect(text).not.toContain('the last months are empty');
});

it('says so when the story ended long ago', () => {
  expect(banner({ ...options, today: dayOf(2027, 2, 1) })).toContain('told up to 2026-11-20');
});
