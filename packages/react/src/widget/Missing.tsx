import { formatPercent } from '../format/number.ts';
import type { SharedLabels } from './shared-labels.ts';

/** Props of {@link Missing}. */
export interface MissingProps extends RetryButtonProps {
  /** `loading` draws a skeleton. */
  readonly status?: string;
  readonly title: string;
  readonly message?: string | undefined;
}

/** Stands where the value would: a dash, why there is none, and a sentence, so that the card keeps its shape. */
export function Missing(props: MissingProps) {
  return (
    <div className="pl-missing" data-status={props.status}>
      <b>{props.title}</b>
      <p>{props.message}</p>
      <RetryButton {...props} />
    </div>
  );
}

/** Props of {@link RetryButton}. */
export interface RetryButtonProps {
  readonly labels: SharedLabels;
  readonly onRetry?: (() => void) | undefined;
}

/** Asks again; draws nothing where there is no way to. Renders a `button`. */
export function RetryButton({ labels, onRetry }: RetryButtonProps) {
  return (
    onRetry && (
      <button type="button" onClick={onRetry}>
        {labels.retry}
      </button>
    )
  );
}
/** Props of {@link ReadingNotices}. */
export interface ReadingNoticesProps extends RetryButtonProps {
  readonly status: string;
  /** How much of the data is known, 0…1. */
  readonly coverage: number;
  readonly lowSample?: boolean;
  readonly locale: string;
}

/** Says what stands between this number and a plain reading of it: out of date, partial, few answers. */
export function ReadingNotices(props: ReadingNoticesProps) {
  const { labels, coverage } = props;
  const notices = [
    props.status === 'stale' && labels.stale,
    coverage < 1 && `${labels.coverage} ${formatPercent(coverage, props.locale)}`,
    props.lowSample && labels.lowSample,
  ].filter(Boolean);
  return (
    notices[0] && (
      <p className="pl-notices">
        {notices.join(' · ')} <RetryButton {...props} />
      </p>
    )
  );
}
