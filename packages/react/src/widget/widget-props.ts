import type { ComponentPropsWithoutRef } from 'react';
import type { Appearance } from './appearance.ts';

/** What every view takes besides its data. All other props go to the root `div`, as do `className` and `ref`. */
export interface WidgetProps<Labels> extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Theme, density and accent. */
  readonly appearance?: Appearance | undefined;
  /** A BCP 47 tag for numbers, dates and plurals; one that is malformed falls back. @default 'en' */
  readonly locale?: string | undefined;
  /** Any of the visible words, in place of the English ones. */
  readonly labels?: Partial<Labels> | undefined;
}
