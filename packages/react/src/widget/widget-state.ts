/** Why there is no data: `absent` also stands for what exists but is not shared with this viewer. */
export type MissingStatus = 'loading' | 'failed' | 'forbidden' | 'absent';

/** What a data widget has to show: one of these, never a mix of flags. */
export type WidgetState<Data> =
  | { readonly status: 'ready'; readonly data: Data }
  /** What was shown before another filter or period was asked for, until that answer is in. */
  | { readonly status: 'updating'; readonly data: Data; readonly onRetry?: undefined }
  /** The last good data while a newer answer could not be had. */
  | { readonly status: 'stale'; readonly data: Data; readonly onRetry?: (() => void) | undefined }
  | {
      readonly status: MissingStatus;
      readonly data?: undefined;
      /** More about it, in words for the reader. */
      readonly message?: string | undefined;
      /** Asks again; draws a button. */
      readonly onRetry?: (() => void) | undefined;
    };
