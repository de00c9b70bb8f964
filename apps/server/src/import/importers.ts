import { accounts } from './accounts.ts';
import { advocacy } from './advocacy.ts';
import { contracts } from './contracts.ts';
import { costs } from './costs.ts';
import { csms } from './csms.ts';
import { events } from './events.ts';
import { exposures } from './exposures.ts';
import { features } from './features.ts';
import { type Importer, importerOf } from './importer.ts';
import { milestoneDefinitions } from './milestone-definitions.ts';
import { milestones } from './milestones.ts';
import { numbers } from './numbers.ts';
import { outcomeProgress, outcomes } from './outcomes.ts';
import { people } from './people.ts';
import { rates } from './rates.ts';
import { responses } from './responses.ts';
import { schedules } from './schedules.ts';
import { seats } from './seats.ts';
import { stages } from './stages.ts';
import { subscriptions } from './subscriptions.ts';
import { surveys } from './surveys.ts';
import { ticketEvents } from './ticket-events.ts';
import { tickets } from './tickets.ts';
import { traitHistory } from './trait-history.ts';
import { usage } from './usage.ts';

/** Every kind of file that can be imported, in the order they are listed to people and in which they can be imported. */
export const importers: readonly Importer[] = [
  importerOf(accounts),
  importerOf(traitHistory),
  importerOf(people),
  importerOf(csms),
  importerOf(rates),
  importerOf(subscriptions),
  importerOf(contracts),
  importerOf(costs),
  importerOf(features),
  importerOf(events),
  importerOf(usage),
  importerOf(seats),
  importerOf(numbers),
  importerOf(stages),
  importerOf(surveys),
  importerOf(exposures),
  importerOf(responses),
  importerOf(schedules),
  importerOf(tickets),
  importerOf(ticketEvents),
  importerOf(milestoneDefinitions),
  importerOf(milestones),
  importerOf(outcomes),
  importerOf(outcomeProgress),
  importerOf(advocacy),
];
