import { fetchPersonToken } from '../gateway/fetch-token.ts';
import { Widgets } from '../gateway/Widgets.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { Shell } from '../shell/Shell.tsx';
import { DaySummary } from './DaySummary.tsx';
import { DockSchedule } from './DockSchedule.tsx';
import { dayPlan } from './day-plan.ts';
import { FeedbackDock } from './FeedbackDock.tsx';
import { Handover } from './Handover.tsx';
import { PersonSwitcher } from './PersonSwitcher.tsx';
import { sites } from './sites.ts';
import { usePerson } from './use-person.ts';

/** Harbor as one customer's people see it: today's docks, and a question about Harbor beside them. */
export function DockPage() {
  const [person, setPerson] = usePerson();
  const site = Math.max(
    0,
    sites.findIndex(({ account }) => account === person.account),
  );
  const docks = dayPlan(site);
  return (
    <Shell identity={<PersonSwitcher person={person} onPerson={setPerson} />}>
      <PageTitle title="Dock schedule">
        <p>
          {person.accountName}, {sites[site]?.name}
        </p>
      </PageTitle>
      <DaySummary docks={docks} />
      <div className="dock-page">
        <DockSchedule docks={docks} />
        <aside className="dock-aside" aria-label="Feedback and handover">
          {/* A token stands for one person, so another person starts afresh. */}
          <Widgets key={person.id} fetchToken={() => fetchPersonToken(person)}>
            <FeedbackDock />
          </Widgets>
          <Handover />
        </aside>
      </div>
    </Shell>
  );
}
