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
    "InvalidSettingError",
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
  "UpdateWorkspaceResult": [
    "InvalidSettingError",
    "UpdateWorkspacePayload"
  ],
  "UpsertHealthModelResult": [
    "InvalidHealthModelError",
    "UpsertHealthModelPayload"
  ]
};
