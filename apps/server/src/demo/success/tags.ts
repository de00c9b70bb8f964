import { paysIn } from '../life.ts';
import type { Random } from '../random.ts';
import { months } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';

/** What colleagues stick on a customer. */
export function inventTags(random: Random, { customer, life }: ToldCustomer): readonly string[] {
  const now = months - 1;
  const tags: string[] = [];
  if (random.chance(0.06)) tags.push('design-partner');
  if (paysIn(life, now) && life.engagement(now) > 0.85 && random.chance(0.35)) tags.push('reference');
  if (customer.plan === 'Enterprise' || customer.giant) tags.push('executive-sponsor');
  if (customer.seats > 120 && random.chance(0.5)) tags.push('multi-site');
  if (paysIn(life, now) && life.engagement(now) < 0.5 && random.chance(0.6)) tags.push('price-review');
  return tags;
}
