import { type BookingStatus, type Dock, now } from './day-plan.ts';

/** Props of {@link DaySummary}. */
export interface DaySummaryProps {
  readonly docks: readonly Dock[];
}

/** The day in four figures. */
export function DaySummary({ docks }: DaySummaryProps) {
  const bookings = docks.flatMap((dock) => dock.bookings);
  const count = (status: BookingStatus) => bookings.filter((booking) => booking.status === status).length;
  const done = bookings.filter(({ to }) => to <= now);
  const minutes = done.reduce((sum, { from, to }) => sum + (to - from) * 15, 0) / Math.max(1, done.length);
  const figures: readonly (readonly [string, string, string?])[] = [
    ['At a dock', String(count('unloading'))],
    ['Still to come', String(count('booked'))],
    ['Late', String(count('late')), 'late'],
    ['Average turnaround', `${Math.round(minutes)} min`],
  ];
  return (
    <dl className="day">
      {figures.map(([label, value, tone]) => (
        <div key={label} data-tone={tone}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
