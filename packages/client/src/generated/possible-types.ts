export const possibleTypes: Readonly<Record<string, string[]>> = {
  "BatchResult": [
    "BatchPayload",
    "BatchTooLargeError"
  ],
  "DeleteSegmentResult": [
    "DeleteSegmentPayload",
    "SegmentInUseError"
  ],
  "Failure": [
    "BatchTooLargeError",
    "IdempotencyConflictError",
    "InvalidAnswerError",
    "InvalidHealthModelError",
    "InvalidLifecycleError",
    "SegmentInUseError",
    "SurveyClosedError",
    "SurveyNotFoundError"
  ],
  "Measured": [
    "Account",
    "Csm",
    "Portfolio",
    "Segment"
  ],
  "Node": [
    "Account",
    "Csm",
    "Segment",
    "Survey",
    "SurveyResponse"
  ],
  "RecordSurveyExposureResult": [
    "RecordSurveyExposurePayload",
    "SurveyClosedError",
    "SurveyNotFoundError"
  ],
  "SaveLifecycleResult": [
    "InvalidLifecycleError",
    "SavedLifecycle"
  ],
  "SubmitSurveyResponseResult": [
    "IdempotencyConflictError",
    "InvalidAnswerError",
    "SubmitSurveyResponsePayload",
    "SurveyClosedError",
    "SurveyNotFoundError"
  ],
  "UpsertHealthModelResult": [
    "InvalidHealthModelError",
    "UpsertHealthModelPayload"
  ]
};
