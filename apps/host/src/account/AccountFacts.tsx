import type { AccountAnswer } from './account-query.ts';

const labels: Readonly<Record<string, string>> = {
  plan: 'Plan',
  region: 'Region',
  industry: 'Industry',
  csm: 'Success manager',
};

/** Props of {@link AccountFacts}. */
export interface AccountFactsProps {
  /** Left out while it is on its way. */
  readonly account: AccountAnswer['account'] | undefined;
}

/** What is known of a customer besides figures. */
export function AccountFacts({ account }: AccountFactsProps) {
  const traits = Object.entries(labels).flatMap(([key, label]) => {
    const value = account?.traits.find((trait) => trait.key === key)?.value;
    return value === undefined ? [] : [[label, value] as const];
  });
  const since = account?.customerSince;
  const facts = since ? [...traits, ['Customer since', formatMonth(since)] as const] : traits;
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function formatMonth(day: string): string {
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day));
}
