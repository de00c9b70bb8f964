import { type BookingStatus, clock, type Dock } from './day-plan.ts';

/** Props of {@link DockRow}. */
export interface DockRowProps {
  readonly dock: Dock;
}

const statusWords: Readonly<Record<BookingStatus, string>> = {
  done: 'done',
  unloading: 'at the dock',
  late: 'late',
  booked: 'booked',
};

/** One dock's day. */
export function DockRow({ dock }: DockRowProps) {
  return (
    <div className="schedule-row">
      <h3>
        {dock.name} <small>{dock.kind}</small>
      </h3>
      <ol>
        {dock.bookings.map(({ id, carrier, load, from, to, status }) => (
          <li key={id} data-status={status} style={{ gridColumn: `${from + 1} / ${to + 1}` }}>
            <b>{carrier}</b>
            <small>{load}</small>
            <span className="visually-hidden">
              , {clock(from)} to {clock(to)}, {statusWords[status]}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
