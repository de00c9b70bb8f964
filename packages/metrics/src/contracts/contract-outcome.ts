/** What became of a contract: nothing that is known, another term, or the end. */
export type ContractOutcome = 'NONE' | 'RENEWED' | 'LOST';

/** Every outcome; the codes of the ledger's column are indexes into this list. */
export const contractOutcomes: readonly ContractOutcome[] = ['NONE', 'RENEWED', 'LOST'];
