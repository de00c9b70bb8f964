/** A text for a number, `{n}` standing for it, one for each plural category of the language; `other` is always there. */
export type CountLabel = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/**
 * Puts a number in the form that the language's own rules ask for.
 *
 * @example
 * countLabel({ one: '{n} account', other: '{n} accounts' }, 1412, 'en'); // "1,412 accounts"
 */
export function countLabel(label: CountLabel, count: number, locale: string): string {
  const form = label[new Intl.PluralRules(locale).select(count)] ?? label.other;
  return form.replace('{n}', count.toLocaleString(locale));
}
