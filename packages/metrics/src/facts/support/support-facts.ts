import { addNumbers, append } from '../add-facts.ts';

/** Single waits, in seconds, and those whose business hours are not known. */
export interface Waits {
  readonly seconds: number[];
  unknown: number;
}

/** What happened to the tickets of a window, after the policy chose which replies and which hours count. */
export interface SupportFacts {
  /** Accounts looked at while tickets are known of. */
  tracked: number;
  /** Tickets created in the window, and those of them of accounts that pay at its end. */
  opened: number;
  openedByPaying: number;
  /** Accounts that pay at the window's end. */
  paying: number;
  /** How often tickets were resolved, and opened again. */
  resolved: number;
  reopened: number;
  /** Open tickets that went on in another. */
  merged: number;
  openAtEnd: number;
  /** To the first response of the tickets created in the window, whenever it came. */
  readonly firstResponses: Waits;
  /** Tickets created in the window without a response so far, and those that were merged before one. */
  waiting: number;
  mergedUnanswered: number;
  /** Of the tickets resolved for the first time in the window. */
  readonly firstResolutions: Waits;
  /** Of the tickets resolved in the window and still so at its end. */
  readonly fullResolutions: Waits;
}

/** Nothing. */
export function noSupportFacts(): SupportFacts {
  return {
    tracked: 0,
    opened: 0,
    openedByPaying: 0,
    paying: 0,
    resolved: 0,
    reopened: 0,
    merged: 0,
    openAtEnd: 0,
    firstResponses: { seconds: [], unknown: 0 },
    waiting: 0,
    mergedUnanswered: 0,
    firstResolutions: { seconds: [], unknown: 0 },
    fullResolutions: { seconds: [], unknown: 0 },
  };
}

/** Facts of several parts together. */
export function mergeSupportFacts(parts: readonly SupportFacts[]): SupportFacts {
  const { firstResponses, firstResolutions, fullResolutions, ...counts } = noSupportFacts();
  for (const part of parts) {
    const { firstResponses: responses, firstResolutions: first, fullResolutions: full, ...more } = part;
    addNumbers(counts, more);
    addWaits(firstResponses, responses);
    addWaits(firstResolutions, first);
    addWaits(fullResolutions, full);
  }
  return { ...counts, firstResponses, firstResolutions, fullResolutions };
}

function addWaits(into: Waits, more: Waits): void {
  append(into.seconds, more.seconds);
  into.unknown += more.unknown;
}
