/**
 * An amount without its cents, such as `$12,345`; a dash where there is none.
 *
 * @param money an exact decimal in major units, and an ISO 4217 code
 */
export function formatMoney(money: { readonly amount: string; readonly currency: string } | null): string {
  if (money === null) return '–';
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency: money.currency,
    maximumFractionDigits: 0,
  }).format(Number(money.amount));
}
