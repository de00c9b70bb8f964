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
