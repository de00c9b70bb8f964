import { RetryButton } from './RetryButton.tsx';
import type { SharedLabels } from './shared-labels.ts';

/** Props of {@link Missing}. */
export interface MissingProps {
  /** `loading` draws a skeleton. */
  readonly status?: string;
  readonly title: string;
  readonly message?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly labels: SharedLabels;
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
