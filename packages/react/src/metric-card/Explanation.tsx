import type { ReadingPartsFragment, SeriesPartsFragment } from '@plimsoll/client';
import { formatPeriod } from '../format/period.ts';
import { fullValue } from '../format/value.ts';
import { type Row, Rows } from '../widget/Rows.tsx';
import type { MetricCardLabels } from './metric-card-labels.ts';

/** Props of {@link Explanation}. */
export interface ExplanationProps extends Omit<ReadingPartsFragment, 'status'> {
  readonly points: SeriesPartsFragment['points'];
  readonly locale: string;
  readonly labels: MetricCardLabels;
}

/** Everything behind a reading: formula, terms and their sum; policy, coverage, what was left out, revision; the course in numbers. */
export function Explanation(reading: ExplanationProps) {
  const { definition, terms, locale, labels } = reading;
  const divisor = terms.find(({ side }) => side === 'DENOMINATOR');
  return (
    <Rows
      caption={definition.formula}
      rows={[
        ...terms.map(
          (term, index): Row => [
            term === divisor ? '÷' : term.sign === 'MINUS' ? '−' : index ? '+' : ' ',
            term.label,
            fullValue(term, 'MONEY', locale),
          ],
        ),
        ['=', definition.name, fullValue(reading, definition.unit, locale), true],
        ...reading.policy.summary
          .filter(({ key }) => definition.policySwitches.includes(key))
          .map(({ label, value, isDefault }): Row => ['', label, isDefault ? value : `${value}, ${labels.changed}`]),
        ...reading.excluded.map(({ explanation, count }): Row => ['', explanation, count]),
        ['', labels.coverage, fullValue({ value: reading.coverage }, 'FRACTION', locale)],
        ['', labels.revision, reading.revision],
        ...reading.points.map(
          (point): Row => [
            '',
            formatPeriod(point.period, locale, definition.balance),
            fullValue(point, definition.unit, locale),
          ],
        ),
      ]}
    />
  );
}
