import { formatMoney } from '../format/money.ts';
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
  const facts = [...traits, ...standingOf(account)];
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

/** Since when it is a customer, in which stage, when it is up for renewal, and how many tickets wait. */
function standingOf(account: AccountFactsProps['account']): readonly (readonly [label: string, value: string])[] {
  if (!account) return [];
  const { customerSince, stage, renewal, openTickets } = account;
  return [
    ...(customerSince ? [['Customer since', formatMonth(customerSince)] as const] : []),
    ...(stage.stage ? [['Stage', `${stage.stage.label}${daysIn(stage.days)}`] as const] : []),
    ...(renewal ? [['Renewal', renewalText(renewal)] as const] : []),
    ['Open tickets', String(openTickets)],
  ];
}

function daysIn(days: number | null): string {
  return days === null ? '' : `, ${days === 1 ? '1 day' : `${days} days`}`;
}

function renewalText({
  endsOn,
  daysLeft,
  arr,
}: NonNullable<NonNullable<AccountFactsProps['account']>['renewal']>): string {
  const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const left =
    daysLeft < 0 ? 'overdue' : daysLeft === 0 ? 'today' : `in ${daysLeft === 1 ? '1 day' : `${daysLeft} days`}`;
  return `${formatMoney(arr)} a year, ${day.format(new Date(endsOn))}, ${left}`;
}

function formatMonth(day: string): string {
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day));
}
