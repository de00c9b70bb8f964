import { useEffect, useRef } from 'react';
import { DockRow } from './DockRow.tsx';
import { clock, closes, type Dock, now, opens } from './day-plan.ts';

/** Props of {@link DockSchedule}. */
export interface DockScheduleProps {
  readonly docks: readonly Dock[];
}

const lastQuarter = (closes - opens) * 4;

const hours = Array.from({ length: closes - opens }, (_, index) => opens + index);

/** Who is at which dock and when, over the day. */
export function DockSchedule({ docks }: DockScheduleProps) {
  const scroller = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = scroller.current;
    // On a phone only a part of the day fits: begin with the part that matters.
    if (element) element.scrollLeft = ((element.scrollWidth - element.clientWidth) * (now - 6)) / (lastQuarter - 18);
  }, []);
  return (
    <section className="panel" aria-labelledby="schedule-title">
      <div className="panel-head">
        <h2 id="schedule-title">Today</h2>
        <ul className="key">
          <li data-status="done">Done</li>
          <li data-status="unloading">At the dock</li>
          <li data-status="late">Late</li>
          <li data-status="booked">Booked</li>
        </ul>
      </div>
      {/* Wider than a phone, so it scrolls, and what scrolls has to be reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section ref={scroller} className="schedule-scroll" tabIndex={0} aria-label="Schedule by dock">
        <div className="schedule">
          <div className="schedule-hours" aria-hidden="true">
            {hours.map((hour) => (
              <span key={hour}>{hour}:00</span>
            ))}
          </div>
          {docks.map((dock) => (
            <DockRow key={dock.name} dock={dock} />
          ))}
          <div className="schedule-now" aria-hidden="true">
            <span style={{ gridColumn: now + 1 }}>{clock(now)}</span>
          </div>
        </div>
      </section>
    </section>
  );
}
