import { type ReactNode, useEffect, useRef } from 'react';

let isFirstPage = true;

/** Props of {@link PageTitle}. */
export interface PageTitleProps {
  /** The heading, and the document's title. */
  readonly title: string;
  /** What stands under it. */
  readonly children?: ReactNode;
}

/**
 * A page's heading. Moves the focus to it when the reader comes from another page, since a router in the browser would
 * leave it on a link that is gone.
 */
export function PageTitle({ title, children }: PageTitleProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage) ref.current?.focus({ preventScroll: true });
    isFirstPage = false;
    if (!location.hash) scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} · Harbor`;
  }, [title]);
  return (
    <div className="page-title">
      <h1 ref={ref} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
}
