import { expect, test } from 'vitest';
import { openHarbor } from './testing/harbor.ts';

test('what is only answered from memory says which option a workspace is too large for', async () => {
  const harbor = await openHarbor({}, { memoryBudget: 0 });
  const { errors } = await harbor.ask('{ portfolio { metric(key: MRR) { value } } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  expect(errors?.[0]?.message).toContain('memoryBudget');
  await harbor.close();
});
