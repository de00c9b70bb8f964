import { Link } from 'wouter';
import { formatMoney } from '../format/money.ts';
import type { AccountSummary } from './accounts-query.ts';

/** Props of {@link AccountRow}. */
export interface AccountRowProps {
  readonly account: AccountSummary;
  /** The segment as it stands in the address, for the way back. */
  readonly search: string;
}

/** A customer in the list: name, plan, region, revenue and health, or that it is one no more. */
export function AccountRow({ account, search }: AccountRowProps) {
  const { name, externalId, plan, region, metric, health } = account;
  const isPaying = Number(metric.money?.amount ?? 0) !== 0;
  return (
    <tr>
      <th scope="row">
        <Link href={`/accounts/${encodeURIComponent(externalId)}${search}`}>{name}</Link>
        <small className="narrow">{plan}</small>
      </th>
      <td className="wide">{plan}</td>
      <td className="wide">{region}</td>
      <td className="number">{isPaying ? formatMoney(metric.money) : <span className="quiet">Left</span>}</td>
      <td>
        {health.score === null ? (
          <span className="quiet">No score</span>
        ) : (
          <span className="health" data-tone={health.band?.tone}>
            <b>{Math.round(health.score)}</b> {health.band?.label}
          </span>
        )}
      </td>
    </tr>
  );
}
