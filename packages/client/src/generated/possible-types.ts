export const possibleTypes: Readonly<Record<string, string[]>> = {
  "Failure": [
    "IdempotencyConflictError",
    "InvalidAnswerError",
    "SurveyClosedError",
    "SurveyNotFoundError"
  ],
  "Measured": [
    "Account",
    "Portfolio"
  ],
  "Node": [
    "Account",
    "Survey",
    "SurveyResponse"
  ],
  "RecordSurveyExposureResult": [
    "RecordSurveyExposurePayload",
    "SurveyClosedError",
    "SurveyNotFoundError"
  ],
  "SubmitSurveyResponseResult": [
    "IdempotencyConflictError",
    "InvalidAnswerError",
    "SubmitSurveyResponsePayload",
    "SurveyClosedError",
    "SurveyNotFoundError"
  ]
};
