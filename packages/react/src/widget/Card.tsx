import type { CSSProperties, ForwardedRef, ReactNode } from 'react';
import { Missing } from './Missing.tsx';
import type { SharedLabels } from './shared-labels.ts';
import type { WidgetProps } from './widget-props.ts';
import type { WidgetState } from './widget-state.ts';

/** Props of {@link Card}. */
export interface CardProps extends Omit<WidgetProps<never>, 'labels' | 'locale'> {
  readonly rootRef: ForwardedRef<HTMLDivElement>;
  readonly state: WidgetState<object>;
  readonly labels: SharedLabels;
  /** What stands at the other end of the title: the metric's key, a period, a band. */
  readonly aside?: ReactNode;
  /** What is shown once there is data. */
  readonly children?: ReactNode;
}

/**
 * The root of every data widget: carries the kit's class, theme and density, groups what is inside under its title,
 * and stands in while there is no data. Renders a `div`.
 */
export function Card({
  rootRef,
  state,
  labels,
  appearance = {},
  className,
  style,
  title,
  aside,
  children,
  ...rest
}: CardProps) {
  const isUpdating = state.status === 'updating';
  return (
    // A fieldset would bring form semantics and its own layout to what is a group of figures.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div
      ref={rootRef}
      role="group"
      aria-label={title}
      aria-busy={isUpdating}
      className={`plimsoll ${className ?? ''}`}
      data-theme={appearance.theme}
      data-density={appearance.density}
      // React's types know no custom properties; this one is the kit's own.
      style={{ '--plimsoll-accent': appearance.accent, ...style } as CSSProperties}
      {...rest}
    >
      {title && (
        <div className="pl-label">
          {title}
          <span>{aside}</span>
        </div>
      )}
      {isUpdating && <span className="pl-sr">{labels.stale}</span>}
      {state.data ? children : <Missing title={labels[state.status]} labels={labels} {...state} />}
    </div>
  );
}
