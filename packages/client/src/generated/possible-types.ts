export const possibleTypes: Readonly<Record<string, string[]>> = {
  "BatchResult": [
    "BatchPayload",
    "BatchTooLargeError"
  ],
  "Failure": [
    "BatchTooLargeError",
    "IdempotencyConflictError",
    "InvalidAnswerError",
    "SurveyClosedError",
    "SurveyNotFoundError"
  ],
  "Measured": [
    "Account",
    "Csm",
    "Portfolio"
  ],
  "Node": [
    "Account",
    "Csm",
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
