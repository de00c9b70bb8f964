import type { Ledger } from '@plimsoll/metrics';
import type { PartName } from './part-name.ts';
import { advocacy } from './parts/advocacy.ts';
import { commitments } from './parts/commitments.ts';
import { contracts } from './parts/contracts.ts';
import { costs } from './parts/costs.ts';
import { csms } from './parts/csms.ts';
import { features } from './parts/features.ts';
import { health } from './parts/health.ts';
import { healthBands } from './parts/health-bands.ts';
import type { LedgerPart, PartStep } from './parts/ledger-part.ts';
import { lifecycle } from './parts/lifecycle.ts';
import { milestoneList } from './parts/milestone-list.ts';
import { milestones } from './parts/milestones.ts';
import { movements } from './parts/movements.ts';
import { outcomes } from './parts/outcomes.ts';
import { resolutions } from './parts/resolutions.ts';
import { seats } from './parts/seats.ts';
import { stages } from './parts/stages.ts';
import { surveyScales } from './parts/survey-scales.ts';
import { tickets } from './parts/tickets.ts';
import { traitHistory } from './parts/trait-history.ts';
import { usage } from './parts/usage.ts';

/** Parts that stand each for itself. Answers and showings share their surveys, so they are brought forward together. */
type OwnPart = Exclude<PartName, 'responses' | 'exposures'>;

/** Every part by its name in the ledger: a new one is a file of its own and a line here. */
const parts: { readonly [Name in OwnPart]: LedgerPart<Ledger[Name]> } = {
  commitments,
  advocacy,
  contracts,
  costs,
  csms,
  features,
  health,
  healthBands,
  milestoneList,
  milestones,
  lifecycle,
  movements,
  outcomes,
  resolutions,
  seats,
  surveyScales,
  stages,
  traitHistory,
  tickets,
  usage,
};

// Object.keys forgets which keys it was given.
const names = Object.keys(parts) as OwnPart[];

/**
 * A ledger with every such part brought forward, one after the other on the transaction's one connection.
 *
 * @param isTouched whether a part's rows are to be asked for
 */
export async function forwardParts(
  before: Ledger,
  isTouched: (part: PartName) => boolean,
  step: Omit<PartStep, 'touched'>,
): Promise<Ledger> {
  const ledger: { -readonly [Name in keyof Ledger]: Ledger[Name] } = { ...before };
  const forward = async <Name extends OwnPart>(name: Name): Promise<void> => {
    const part: LedgerPart<Ledger[Name]> = parts[name];
    ledger[name] = await part.forward(before[name], { ...step, touched: isTouched(name) });
  };
  for (const name of names) await forward(name);
  return ledger;
}
