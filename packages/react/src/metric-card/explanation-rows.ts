import type { ReadingPartsFragment } from '@plimsoll/client';
import { formatPercent } from '../format/number.ts';
import { formatValue } from '../format/value.ts';
import type { Row } from '../widget/Explained.tsx';
import type { MetricCardLabels } from './metric-card-labels.ts';

/** Everything behind a reading, line by line: terms, factors and their result; policy, what was left out, coverage, revision; the course in numbers. */
export function explanationRows(
  reading: ReadingPartsFragment,
  course: readonly Row[],
  locale: string,
  labels: MetricCardLabels,
): readonly Row[] {
  const { definition } = reading;
  return [
    ...[...reading.terms, ...reading.factors].map(
      (part): Row => [part.side + part.sign, part.label, formatValue(part, part.unit, locale).full],
    ),
    ['=', definition.name, formatValue(reading, definition.unit, locale).full],
    ...reading.policy.summary
      .filter(({ key }) => definition.policySwitches.includes(key))
      .map(({ label, value, isDefault }): Row => ['', label, isDefault ? value : `${value}, ${labels.changed}`]),
    ...reading.excluded.map(({ explanation, count }): Row => ['', explanation, count]),
    ['', labels.coverage, formatPercent(reading.coverage, locale)],
    ['', labels.revision, reading.revision],
    ...course,
  ];
}
