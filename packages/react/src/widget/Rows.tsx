import type { ReactNode } from 'react';

/** One line of a table: a sign or mark, what it is, its value, and whether it is the sum. */
export type Row = readonly [sign: string, label: string, value: ReactNode, isSum?: boolean];

/** Props of {@link Rows}. */
export interface RowsProps {
  readonly caption?: string;
  readonly rows: readonly Row[];
}

/** Numbers with their names, one a line, a sum under a rule. Renders a `table`. */
export function Rows({ caption, rows }: RowsProps) {
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {rows.map(([sign, label, value, isSum]) => (
          <tr key={sign + label} data-sum={isSum}>
            <th scope="row">
              <i>{sign}</i>
              {label}
            </th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
