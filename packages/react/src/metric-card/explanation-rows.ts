import type { ReadingPartsFragment } from '@plimsoll/client';
import { formatPercent } from '../format/number.ts';
import { formatValue } from '../format/value.ts';
import type { Row } from '../widget/Explained.tsx';
import type { MetricCardLabels } from './metric-card-labels.ts';

/** A term or a factor of a reading; only a factor can be capped. */
type Part = Pick<ReadingPartsFragment['factors'][number], 'label' | 'unit' | 'value' | 'money'> & {
  readonly side: string;
  readonly sign: string;
  readonly capped?: boolean;
};

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
      (part: Part): Row => [
        part.side + part.sign,
        part.label,
        formatValue(part, part.unit, locale) + (part.capped ? `, ${labels.capped}` : ''),
      ],
    ),
    ['=', definition.name, formatValue(reading, definition.unit, locale)],
    ...reading.policy.summary
      .filter((entry) => definition.policySwitches.includes(entry.key))
      .map((entry): Row => ['', entry.label, entry.value + (entry.isDefault ? '' : `, ${labels.changed}`)]),
    ...reading.excluded.map(({ explanation, count }): Row => ['', explanation, count]),
    ['', labels.coverage, formatPercent(reading.coverage, locale)],
    ['', labels.revision, reading.revision],
    ...course,
  ];
}
