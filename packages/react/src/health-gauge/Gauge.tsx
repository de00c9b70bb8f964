import type { HealthPartsFragment } from '@plimsoll/client';
import { formatNumber } from '../format/number.ts';

/** Props of {@link Gauge}. */
export interface GaugeProps {
  readonly score: number;
  readonly health: HealthPartsFragment;
  readonly locale: string;
  /** "of 100". */
  readonly of: string;
}

/** The dial: the score as an arc of 216°, the model's bands as a thin ring around it. In words to assistive technology. */
export function Gauge({ score, health, locale, of }: GaugeProps) {
  const { band } = health;
  const text = formatNumber(Math.round(score), locale);
  return (
    <svg className="pl-gauge" viewBox="0 0 200 158" role="img" aria-label={`${text} ${of}, ${band?.label ?? ''}`}>
      {health.bands.map(({ key, from, to, tone }) => (
        <path
          key={key}
          className="pl-ring"
          data-tone={tone}
          d="M33.7 144.2A82 82 0 1 1 166.3 144.2"
          pathLength={100}
          strokeDasharray={`${to - from - 1} 200`}
          strokeDashoffset={-from - 0.5}
        />
      ))}
      <path d="M43.4 137.1A70 70 0 1 1 156.6 137.1" />
      <path
        className="pl-arc"
        data-tone={band?.tone}
        d="M43.4 137.1A70 70 0 1 1 156.6 137.1"
        pathLength={100}
        strokeDasharray={`${score} 200`}
      />
      <text className="pl-score" x="100" y="104">
        {text}
      </text>
      <text x="100" y="126">
        {of}
      </text>
      <text x="36" y="155">
        {formatNumber(0, locale)}
      </text>
      <text x="164" y="155">
        {formatNumber(100, locale)}
      </text>
    </svg>
  );
}
