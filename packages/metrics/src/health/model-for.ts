import type { HealthModel, TraitCondition } from './health-model.ts';

/** Models in the order in which they are asked whether they apply: the one for everybody else comes last. */
export function inModelOrder(models: readonly HealthModel[]): readonly HealthModel[] {
  return [...models].sort(
    (a, b) =>
      Number(a.appliesTo.length === 0) - Number(b.appliesTo.length === 0) ||
      a.order - b.order ||
      (a.key < b.key ? -1 : 1),
  );
}

/**
 * The model that scores an account with these traits; `undefined` where none applies.
 *
 * @param models as {@link inModelOrder} gives them
 */
export function modelFor(
  models: readonly HealthModel[],
  traits: Readonly<Record<string, string>>,
): HealthModel | undefined {
  return models.find(({ appliesTo }) => appliesTo.every((condition) => holds(condition, traits)));
}

function holds({ trait, in: values }: TraitCondition, traits: Readonly<Record<string, string>>): boolean {
  return values.includes((Object.hasOwn(traits, trait) ? traits[trait] : undefined) ?? '');
}
