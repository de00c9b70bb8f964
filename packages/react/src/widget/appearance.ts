/** How a widget looks. Anything left out comes from the provider, then from the defaults. */
export interface Appearance {
  /** `auto` follows the reader's system. @default 'auto' */
  readonly theme?: 'light' | 'dark' | 'auto' | undefined;
  /** `compact` tightens padding and type for dashboards. @default 'comfortable' */
  readonly density?: 'comfortable' | 'compact' | undefined;
  /**
   * Any CSS colour for what is "ours": line, marker, button. It is set through the root's `style`; where a strict
   * content security policy meets server rendering, set `--plimsoll-accent` in a style sheet of your own instead.
   */
  readonly accent?: string | undefined;
}
