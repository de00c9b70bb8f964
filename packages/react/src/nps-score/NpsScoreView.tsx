import { forwardRef } from 'react';
import { safeLocale } from '../format/locale.ts';
import { formatPeriod } from '../format/period.ts';
import { Card } from '../widget/Card.tsx';
import type { WidgetProps } from '../widget/widget-props.ts';
import type { WidgetState } from '../widget/widget-state.ts';
import { NpsBody } from './NpsBody.tsx';
import type { NpsScoreData } from './nps-score-data.ts';
import { type NpsScoreLabels, npsScoreLabels } from './nps-score-labels.ts';

/** Props of {@link NpsScoreView}. */
export interface NpsScoreViewProps extends WidgetProps<NpsScoreLabels> {
  readonly state: WidgetState<NpsScoreData>;
}

/**
 * A survey's Net Promoter Score with its margin of error: where it stands on the whole scale, how it changed, how the
 * answers are distributed and how many there are. `title` names the card in place of the survey. Renders a `div`.
 *
 * @example
 * <NpsScoreView state={{ status: 'ready', data: { name: 'Relationship NPS', score, distribution, trend } }} />
 */
export const NpsScoreView = forwardRef<HTMLDivElement, NpsScoreViewProps>(({ locale: tag, ...props }, rootRef) => {
  const { state } = props;
  const labels = { ...npsScoreLabels, ...props.labels };
  const locale = safeLocale(tag);
  const { data } = state;
  return (
    <Card
      title={data?.name}
      aside={data && formatPeriod(data.score.period, locale)}
      {...props}
      labels={labels}
      rootRef={rootRef}
    >
      {data && <NpsBody {...state} locale={locale} labels={labels} />}
    </Card>
  );
});
