'use client';
import { useEffect, useRef } from 'react';

/** Props of {@link Closing}. */
export interface ClosingProps {
  readonly text: string;
  /** Whether the reader's focus was in the form that this replaces, and so has to go somewhere. */
  readonly takesFocus: boolean;
}

/** The last word of a survey. Takes the focus over from the form. Renders a `p`. */
export function Closing({ text, takesFocus }: ClosingProps) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) ref.current?.focus();
  }, [takesFocus]);
  return (
    <p ref={ref} className="pl-thanks pl-question" tabIndex={-1}>
      {text}
    </p>
  );
}
