/** Props of {@link Range}. */
export interface RangeProps {
  /** −100…100. */
  readonly score: number;
  readonly margin: number;
  /** The picture in words. */
  readonly text: string;
}

/** The score on the whole scale from −100 to 100, with its margin of error drawn around it. */
export function Range({ score, margin, text }: RangeProps) {
  const at = (value: number) => Math.min(100, Math.max(0, value / 2 + 50));
  const low = at(score - margin);
  return (
    <>
      <svg className="pl-range" role="img" aria-label={text}>
        <rect width="100%" height="6" y="4" rx="3" />
        <rect className="pl-margin" x={`${low}%`} width={`${at(score + margin) - low}%`} height="6" y="4" rx="3" />
        <rect className="pl-zero" x="50%" width="1" height="14" />
        <circle className="pl-dot" cx={`${at(score)}%`} cy="7" r="6" />
      </svg>
      <div className="pl-axis" aria-hidden="true">
        0
      </div>
    </>
  );
}
