/** What one request may ask for. Each limit is an option of `createGateway`, and refuses what is one past it. */
export interface RequestLimits {
  /** Bytes of a request body. @default 262144 */
  readonly bodyBytes: number;
  /** Lexical tokens of a document, counted while it is parsed. @default 2000 */
  readonly tokens: number;
  /** Fields with an alias in a document. @default 30 */
  readonly aliases: number;
  /** Fields of the operation's root type, fragments expanded. @default 20 */
  readonly rootFields: number;
  /** Directives in a document. @default 50 */
  readonly directives: number;
  /** Nesting of fields, fragments expanded. @default 10 */
  readonly depth: number;
  /** Fields of an operation, fragments expanded. @default 600 */
  readonly fields: number;
  /** What an operation weighs, in units of about 10 microseconds of processor time. @default 20000 */
  readonly weight: number;
  /** Distinct sets of MRR rules that policy overrides ask for besides the workspace's own. @default 2 */
  readonly ruleSets: number;
  /** Bytes of an answer. @default 8388608 */
  readonly answerBytes: number;
  /** Milliseconds that answering may take. @default 10000 */
  readonly deadline: number;
}

/** The limits that hold where `createGateway` is given no others. */
export const defaultRequestLimits: RequestLimits = {
  bodyBytes: 262_144,
  tokens: 2_000,
  aliases: 30,
  rootFields: 20,
  directives: 50,
  depth: 10,
  fields: 600,
  weight: 20_000,
  ruleSets: 2,
  answerBytes: 8_388_608,
  deadline: 10_000,
};
