import type { ReactNode } from 'react';

/** Props of {@link Disclosure}. */
export interface DisclosureProps {
  /** The quiet start of the footer: the period, the coverage. */
  readonly start: ReactNode;
  /** Its other end: the base. Without one the label stands there. */
  readonly end?: ReactNode;
  /** What opening it answers, for example "How this came about". */
  readonly label: string;
  readonly children: ReactNode;
}

/** The card's footer, which opens to explain the number. Works without script. Renders a `details`. */
export function Disclosure({ start, end, label, children }: DisclosureProps) {
  return (
    <details>
      <summary>
        {start}
        <b>
          {end}
          <span className={end ? 'pl-sr' : ''}> {label}</span>
        </b>
      </summary>
      {children}
    </details>
  );
}
