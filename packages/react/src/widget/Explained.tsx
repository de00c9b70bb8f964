import type { ReactNode } from 'react';

/** One line of an explanation: a sign or mark, what it is, its value, and whether it is the sum. */
export type Row = readonly [sign: string, label: string, value: ReactNode, isSum?: boolean];

/** Props of {@link Explained}. */
export interface ExplainedProps {
  /** The quiet start of the footer: the period, the coverage. */
  readonly start: ReactNode;
  /** Its other end: the base. */
  readonly end?: ReactNode;
  /** What opening it answers, for example "How this came about", where the end does not say so. */
  readonly label?: string;
  /** The formula. */
  readonly caption?: string;
  readonly rows: readonly Row[];
}

/** The card's footer, which opens to a table of the numbers behind the number. Works without script. Renders a `details`. */
export function Explained({ start, end, label, caption, rows }: ExplainedProps) {
  return (
    <details>
      <summary>
        {start}
        <b>
          {end}
          <span className="pl-sr"> {label}</span>
        </b>
      </summary>
      <table>
        <caption>{caption}</caption>
        <tbody>
          {rows.map(([sign, name, value, isSum]) => (
            <tr key={sign + name} data-sum={isSum}>
              <th scope="row">
                <i>{sign}</i>
                {name}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
