import {
  type ScaleDirection,
  type SurveyKind,
  type SurveyScale,
  scaleKeys,
  surveyKinds,
  surveyScales,
} from '@plimsoll/metrics';
import { Rejection } from '../ingest/rejection.ts';
import type { SurveyRecord } from '../records/survey.ts';

/** How a record says which answers its survey takes. */
type ScaleWords = Pick<SurveyRecord, 'kind' | 'scale' | 'direction'>;

/** The scale that a record asks for: a kind that is not named is NPS, and an effort scale is easy at its high end. @throws Rejection */
export function parseScale({ kind = 'NPS', scale, direction }: ScaleWords): SurveyScale {
  if (!surveyKinds.includes(kind)) {
    throw new Rejection('kind', `"${String(kind)}" is not a kind of survey. Give one of ${surveyKinds.join(', ')}.`);
  }
  if (direction !== undefined && kind !== 'CES') {
    throw new Rejection(
      'direction',
      `A ${kind} survey has no direction: its high answers are the good ones. Leave it out, or make it a CES survey.`,
    );
  }
  const ofKind = scaleKeys.map((key) => surveyScales[key]).filter((known) => known.kind === kind);
  if (kind !== 'NPS' && scale === undefined) {
    throw new Rejection('scale', `A ${kind} survey needs its scale. Give the highest answer, ${mostOf(ofKind)}.`);
  }
  const ofScale = ofKind.filter(({ most }) => most === (scale ?? 10));
  if (ofScale.length === 0) {
    throw new Rejection(
      'scale',
      `A ${kind} survey has no scale of ${String(scale)}. Give the highest answer, ${mostOf(ofKind)}.`,
    );
  }
  const found = ofScale.find((known) => known.kind !== 'CES' || known.direction === (direction ?? 'HIGH_IS_EASY'));
  if (found === undefined) {
    throw new Rejection('direction', `"${String(direction)}" is not a direction. Give HIGH_IS_EASY or LOW_IS_EASY.`);
  }
  return found;
}

function mostOf(scales: readonly SurveyScale[]): string {
  return [...new Set(scales.map(({ most }) => most))].join(' or ');
}

/** The scale of a survey as it is stored. */
export function storedScale({
  kind,
  scale,
  direction,
}: {
  readonly kind: SurveyKind;
  readonly scale: number;
  readonly direction: ScaleDirection | null;
}): SurveyScale {
  return parseScale({ kind, scale, ...(direction === null ? {} : { direction }) });
}
