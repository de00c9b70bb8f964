import { expect, test } from 'vitest';
import { tokenWith } from '../testing/local-gateway.ts';
import { tokenLifetime } from './token-lifetime.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const seconds = NOW / 1000;

test.each([
  ['15 minutes: at 80%', 900, 720],
  ['two minutes: 30 s before the end', 120, 90],
  ['40 seconds: not before half', 40, 20],
])('a token of %s', (_, life, refreshAfter) => {
  const { refreshAt, expiresAt } = tokenLifetime(tokenWith({ iat: seconds, exp: seconds + life }), NOW);
  expect(expiresAt).toBe(NOW + life * 1000);
  expect(refreshAt).toBe(NOW + refreshAfter * 1000);
});

test.each(['opaque', 'a.b.c', '', `x.${btoa('{"exp":"soon"}')}.y`])('%j never expires here', (token) => {
  expect(tokenLifetime(token, NOW).expiresAt).toBe(Number.POSITIVE_INFINITY);
});
