import type { SharedLabels } from './shared-labels.ts';

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
