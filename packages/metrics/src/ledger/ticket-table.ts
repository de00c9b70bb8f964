import type { Day } from '../calendar/day.ts';
import type { Resolution, Wait } from '../support/ticket-timeline.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';
import { noWait, type ResolutionColumns, type TicketColumns, unknownWait } from './ticket-columns.ts';

/** A ticket as it enters the ledger. */
export interface LedgerTicket {
  readonly createdOn: Day;
  readonly agentReply: Wait | null;
  readonly anyReply: Wait | null;
  readonly merged: boolean;
}

/** A stretch in which a ticket was not open, as it enters the ledger. */
export interface LedgerResolution extends Pick<Resolution, 'wait'> {
  readonly day: Day;
  readonly reopenedOn: Day | null;
  readonly first: boolean;
}

const never = 2 ** 31 - 1;

/** Tickets on their way into a ledger. */
export class TicketTable {
  readonly #tickets = {
    account: new Column(),
    created: new Column(),
    agent: new Column(),
    agentOpen: new Column(),
    any: new Column(),
    anyOpen: new Column(),
    merged: new Column(),
  };
  readonly #resolutions = {
    account: new Column(),
    day: new Column(),
    until: new Column(),
    wait: new Column(),
    waitOpen: new Column(),
    first: new Column(),
  };

  addTicket(account: number, { createdOn, agentReply, anyReply, merged }: LedgerTicket): void {
    this.#tickets.account.push(account);
    this.#tickets.created.push(createdOn);
    this.#tickets.agent.push(secondsOf(agentReply));
    this.#tickets.agentOpen.push(openSecondsOf(agentReply));
    this.#tickets.any.push(secondsOf(anyReply));
    this.#tickets.anyOpen.push(openSecondsOf(anyReply));
    this.#tickets.merged.push(merged ? 1 : 0);
  }

  addResolution(account: number, { day, reopenedOn, wait, first }: LedgerResolution): void {
    this.#resolutions.account.push(account);
    this.#resolutions.day.push(day);
    this.#resolutions.until.push(reopenedOn ?? never);
    this.#resolutions.wait.push(secondsOf(wait));
    this.#resolutions.waitOpen.push(openSecondsOf(wait));
    this.#resolutions.first.push(first ? 1 : 0);
  }

  /** The tickets of `count` accounts. */
  tickets(count: number): TicketColumns {
    const { account, ...columns } = this.#tickets;
    const { offsets, arrange } = groupByAccount(account, count);
    return {
      offsets,
      created: arrange(columns.created, Int32Array),
      agentReplies: arrange(columns.agent, Int32Array),
      agentRepliesOpen: arrange(columns.agentOpen, Int32Array),
      anyReplies: arrange(columns.any, Int32Array),
      anyRepliesOpen: arrange(columns.anyOpen, Int32Array),
      merged: arrange(columns.merged, Uint8Array),
    };
  }

  /** The resolutions of `count` accounts. */
  resolutions(count: number): ResolutionColumns {
    const { account, ...columns } = this.#resolutions;
    const { offsets, arrange } = groupByAccount(account, count);
    return {
      offsets,
      days: arrange(columns.day, Int32Array),
      until: arrange(columns.until, Int32Array),
      waits: arrange(columns.wait, Int32Array),
      waitsOpen: arrange(columns.waitOpen, Int32Array),
      first: arrange(columns.first, Uint8Array),
    };
  }
}

function secondsOf(wait: Wait | null): number {
  return wait === null ? noWait : wait.calendar;
}

function openSecondsOf(wait: Wait | null): number {
  return wait === null ? noWait : (wait.business ?? unknownWait);
}
