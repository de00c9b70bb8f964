import type { ReactNode } from 'react';

/**
 * One line of an explanation: its mark, what it is, and its value. The style sheet draws the mark: `=` for the result, a
 * sign, the side and sign of a term, or what is done with a factor; a line without one stands apart.
 */
export type Row = readonly [mark: string, label: string, value: ReactNode];

/** Props of {@link Explained}. */
export interface ExplainedProps {
  /** The quiet start of the footer: the period, the coverage. */
  readonly start: ReactNode;
  /** Its other end: the base. */
  readonly end?: ReactNode;
  /** What opening it answers, for example "How this came about"; nothing where the end says so. */
  readonly label: string;
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
          <span className="pl-sr">{` ${label}`}</span>
        </b>
      </summary>
      <table>
        <caption>{caption}</caption>
        <tbody>
          {rows.map(([mark, name, value]) => (
            <tr key={mark + name}>
              <th scope="row" data-mark={mark}>
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
