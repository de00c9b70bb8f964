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
  const low = Math.max(-100, score - margin);
  const at = (value: number) => `${value / 2 + 50}%`;
  return (
    <>
      <svg className="pl-range" role="img" aria-label={text}>
        <rect width="100%" height="6" y="4" rx="3" />
        <rect
          className="pl-margin"
          x={at(low)}
          width={`${(Math.min(100, score + margin) - low) / 2}%`}
          height="6"
          y="4"
          rx="3"
        />
        <rect className="pl-zero" x="50%" width="1" height="14" />
        <circle className="pl-dot" cx={at(score)} cy="7" r="6" />
      </svg>
      <div className="pl-ends" aria-hidden="true">
        <span>−100</span>
        <span>0</span>
        <span>+100</span>
      </div>
    </>
  );
}
