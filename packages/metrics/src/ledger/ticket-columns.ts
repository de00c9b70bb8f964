/** In a column of waits: there is none yet. */
export const noWait = -1;

/** In a column of waits in business hours: no hours are known for the time. */
export const unknownWait = -2;

/**
 * Tickets by account, in the order of their creation: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. Waits are whole
 * seconds from the creation, {@link noWait} or {@link unknownWait}.
 */
export interface TicketColumns {
  readonly offsets: Uint32Array;
  /** The day of the creation. */
  readonly created: Int32Array;
  /** To the first public reply by an agent. */
  readonly agentReplies: Int32Array;
  /** The same within business hours. */
  readonly agentRepliesOpen: Int32Array;
  /** To the first public reply by an agent or a bot. */
  readonly anyReplies: Int32Array;
  readonly anyRepliesOpen: Int32Array;
  /** 1 where it went on in another ticket. */
  readonly merged: Uint8Array;
}

/**
 * The stretches in which tickets were not open, by account, oldest first: account `a` owns rows `offsets[a]` to
 * `offsets[a + 1]`. A ticket was open on the evening of a day when it was created by then and none of its stretches holds
 * the day.
 */
export interface ResolutionColumns {
  readonly offsets: Uint32Array;
  /** The day of the resolution, or of the merge that ended the ticket. */
  readonly days: Int32Array;
  /** The day on which it was opened again; the largest number there is while it was not. */
  readonly until: Int32Array;
  /** Whole seconds from the creation; {@link noWait} for a merge. */
  readonly waits: Int32Array;
  /** The same within business hours. */
  readonly waitsOpen: Int32Array;
  /** 1 for the first of its ticket. */
  readonly first: Uint8Array;
}
