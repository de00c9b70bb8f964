/** What a survey asks: how likely somebody is to recommend, how satisfied they are, or how easy something was. */
export type SurveyKind = 'NPS' | 'CSAT' | 'CES';

/** Every kind, in the order they are listed to people. */
export const surveyKinds: readonly SurveyKind[] = ['NPS', 'CSAT', 'CES'];

/**
 * Which end of an effort question is the good one. `HIGH_IS_EASY`: how much people agree that something was made easy.
 * `LOW_IS_EASY`: how much effort it took, as the question was first asked.
 */
export type ScaleDirection = 'HIGH_IS_EASY' | 'LOW_IS_EASY';

/** The whole numbers that a survey takes for an answer, and what they mean. */
export type SurveyScale =
  | { readonly kind: 'NPS'; readonly least: 0; readonly most: 10 }
  | { readonly kind: 'CSAT'; readonly least: 1; readonly most: 5 | 10 }
  | { readonly kind: 'CES'; readonly least: 1; readonly most: 5 | 7; readonly direction: ScaleDirection };

/** The one scale of NPS. */
export const npsScale: SurveyScale = { kind: 'NPS', least: 0, most: 10 };

/** Names of scales: facts are kept apart by them, because answers on two scales have no common mean. */
export type ScaleKey = 'NPS' | 'CSAT_5' | 'CSAT_10' | 'CES_5' | 'CES_7' | 'CES_5_LOW_IS_EASY' | 'CES_7_LOW_IS_EASY';

/** Every scale there is. */
export const surveyScales: Readonly<Record<ScaleKey, SurveyScale>> = {
  NPS: npsScale,
  CSAT_5: { kind: 'CSAT', least: 1, most: 5 },
  CSAT_10: { kind: 'CSAT', least: 1, most: 10 },
  CES_5: { kind: 'CES', least: 1, most: 5, direction: 'HIGH_IS_EASY' },
  CES_7: { kind: 'CES', least: 1, most: 7, direction: 'HIGH_IS_EASY' },
  CES_5_LOW_IS_EASY: { kind: 'CES', least: 1, most: 5, direction: 'LOW_IS_EASY' },
  CES_7_LOW_IS_EASY: { kind: 'CES', least: 1, most: 7, direction: 'LOW_IS_EASY' },
};

/** Every scale's name, kind by kind. */
// Object.keys loses the key type of a closed object.
export const scaleKeys: readonly ScaleKey[] = Object.keys(surveyScales) as ScaleKey[];

/** The name of a scale. */
export function scaleKey(scale: SurveyScale): ScaleKey {
  switch (scale.kind) {
    case 'NPS':
      return 'NPS';
    case 'CSAT':
      return `CSAT_${scale.most}`;
    case 'CES':
      return scale.direction === 'HIGH_IS_EASY' ? `CES_${scale.most}` : `CES_${scale.most}_LOW_IS_EASY`;
  }
}
