export const possibleTypes: Readonly<Record<string, string[]>> = {
  "BatchResult": [
    "BatchPayload",
    "BatchTooLargeError"
  ],
  "CreateApiKeyResult": [
    "CreateApiKeyPayload",
    "InvalidSettingError",
    "KeyLimitError"
  ],
  "CreateEmbedKeyResult": [
    "CreateEmbedKeyPayload",
    "InvalidSettingError",
    "KeyLimitError"
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
    "KeyLimitError",
    "OwnKeyError",
    "SegmentInUseError",
    "SurveyClosedError",
    "SurveyNotFoundError"
  ],
  "Key": [
    "ApiKey",
    "EmbedKey"
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
  "RevokeApiKeyResult": [
    "OwnKeyError",
    "RevokeKeyPayload"
  ],
  "RevokeTokensResult": [
    "InvalidSettingError",
    "RevokeTokensPayload"
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
