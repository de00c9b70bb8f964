import type { ReadingPartsFragment, SeriesPartsFragment } from '@plimsoll/client';
import { formatPercent } from '../format/number.ts';
import { formatPeriod } from '../format/period.ts';
import { formatValue } from '../format/value.ts';
import type { Row } from '../widget/Explained.tsx';
import type { MetricCardLabels } from './metric-card-labels.ts';

/** Everything behind a reading, line by line: terms and their sum; policy, what was left out, coverage, revision; the course in numbers. */
export function explanationRows(
  reading: ReadingPartsFragment,
  points: SeriesPartsFragment['points'],
  locale: string,
  labels: MetricCardLabels,
): readonly Row[] {
  const { definition, terms } = reading;
  const divisor = terms.find(({ side }) => side === 'DENOMINATOR');
  return [
    ...terms.map(
      (term, index): Row => [
        // A statistic, which sorts after both lines, has no sign.
        term === divisor ? '÷' : term.sign === 'MINUS' ? '−' : index && term.side < 'S' ? '+' : ' ',
        term.label,
        formatValue(term, term.unit, locale).full,
      ],
    ),
    ['=', definition.name, formatValue(reading, definition.unit, locale).full, true],
    ...reading.policy.summary
      .filter(({ key }) => definition.policySwitches.includes(key))
      .map(({ label, value, isDefault }): Row => ['', label, isDefault ? value : `${value}, ${labels.changed}`]),
    ...reading.excluded.map(({ explanation, count }): Row => ['', explanation, count]),
    ['', labels.coverage, formatPercent(reading.coverage, locale)],
    ['', labels.revision, reading.revision],
    ...points.map(
      (point): Row => [
        '',
        formatPeriod(point.period, locale, definition.balance),
        formatValue(point, definition.unit, locale).full,
      ],
    ),
  ];
}
