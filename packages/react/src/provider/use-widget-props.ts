'use client';
import type { Appearance } from '../widget/appearance.ts';
import { usePlimsoll } from './plimsoll-context.ts';

interface Given {
  readonly appearance?: Appearance | undefined;
  readonly locale?: string | undefined;
}

/** A widget's own props with the provider's appearance and locale where it says nothing itself. */
export function useWidgetProps<Props extends Given>(props: Props): Props {
  const { appearance, locale } = usePlimsoll();
  const own = Object.entries(props.appearance ?? {}).filter(([, value]) => value !== undefined);
  return { ...props, appearance: { ...appearance, ...Object.fromEntries(own) }, locale: props.locale ?? locale };
}
