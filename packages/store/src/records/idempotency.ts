/** Names a write, so that it is executed once however often it is sent. */
export interface IdempotentRequest {
  /** Who chose the key: the same key of another holder is another key. */
  readonly holder: string;
  /** Chosen by the caller, once for each request. */
  readonly key: string;
  /** Names the write among those of the request. */
  readonly field: string;
  /** Hash of the request's content; the key is refused for a request of other content. */
  readonly bodyHash: string;
  /** Called after a write that returned the stored result of an earlier one. */
  readonly onReplay?: () => void;
}
