import { fetchPersonToken } from '../gateway/fetch-token.ts';
import { Widgets } from '../gateway/Widgets.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { Shell } from '../shell/Shell.tsx';
import { Approvals } from './Approvals.tsx';
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
      <div className="dock-head">
        <PageTitle title="Dock schedule">
          <p>
            {person.accountName}, {sites[site]?.name}
          </p>
        </PageTitle>
        <DaySummary docks={docks} />
      </div>
      <div className="dock-page">
        <div className="dock-main">
          <DockSchedule docks={docks} />
          <Handover />
        </div>
        <aside className="dock-main" aria-label="Feedback and approvals">
          {/* A token stands for one person, so another person starts afresh. */}
          <Widgets key={person.id} fetchToken={() => fetchPersonToken(person)}>
            <FeedbackDock />
          </Widgets>
          <Approvals />
        </aside>
      </div>
    </Shell>
  );
}
