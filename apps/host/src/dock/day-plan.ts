/** How far a truck is through its visit. */
export type BookingStatus = 'done' | 'unloading' | 'late' | 'booked';

/** A truck's slot at a dock. */
export interface Booking {
  readonly id: string;
  readonly carrier: string;
  readonly load: string;
  /** Quarter hours after the day opens. */
  readonly from: number;
  /** Quarter hours after the day opens, exclusive. */
  readonly to: number;
  readonly status: BookingStatus;
}

/** A dock and who is at it over the day. */
export interface Dock {
  readonly name: string;
  readonly kind: string;
  readonly bookings: readonly Booking[];
}

/** When the day opens and closes, in hours. */
export const opens = 6;
/** See {@link opens}. */
export const closes = 18;

/** The time of day the demo stands still at, in quarter hours after the day opens: 10:30. */
export const now = 18;

const carriers: readonly (readonly [string, string])[] = [
  ['Kestrel Haulage', 'Castings, 22 pallets'],
  ['Norrland Express', 'Fasteners, 9 pallets'],
  ['Baxter & Rowe', 'Composite sheet'],
  ['Delta Cold', 'Resins, 4 °C'],
  ['Ibis Freight', 'Returns, 14 pallets'],
  ['Greenline Parcel', 'Parcels, 310'],
  ['Tallow Bros', 'Packaging'],
  ['Sable Transport', 'Motor housings'],
  ['Portside Cartage', 'Container, 40 ft'],
  ['Juniper Road', 'Outbound, 26 pallets'],
  ['Merrow Lines', 'Outbound, 18 pallets'],
  ['Cinder & Sons', 'Lubricants, ADR'],
  ['Falcon Bulk', 'Granulate, silo'],
];

/** Slots by dock: start, length, and how far each is at {@link now}. */
const slots: readonly {
  readonly name: string;
  readonly kind: string;
  readonly at: readonly (readonly [number, number, BookingStatus])[];
}[] = [
  {
    name: 'Dock 1',
    kind: 'Inbound',
    at: [
      [2, 6, 'done'],
      [10, 6, 'done'],
      [17, 7, 'unloading'],
      [28, 8, 'booked'],
    ],
  },
  {
    name: 'Dock 2',
    kind: 'Inbound',
    at: [
      [4, 8, 'done'],
      [15, 5, 'late'],
      [24, 6, 'booked'],
    ],
  },
  {
    name: 'Dock 3',
    kind: 'Cold chain',
    at: [
      [1, 5, 'done'],
      [14, 6, 'unloading'],
      [32, 7, 'booked'],
    ],
  },
  {
    name: 'Dock 4',
    kind: 'Outbound',
    at: [
      [6, 7, 'done'],
      [16, 9, 'unloading'],
      [27, 5, 'booked'],
      [36, 8, 'booked'],
    ],
  },
  {
    name: 'Dock 5',
    kind: 'Outbound',
    at: [
      [8, 5, 'done'],
      [20, 7, 'booked'],
      [30, 9, 'booked'],
    ],
  },
  { name: 'Yard', kind: 'Containers', at: [[12, 12, 'unloading']] },
];

/**
 * A day at a site. Made up, and a little different for each, so that signing in as somebody else shows.
 *
 * @param seed any whole number from 0, the same for the same site
 */
export function dayPlan(seed: number): readonly Dock[] {
  let visit = seed * 5;
  return slots.map(({ name, kind, at }) => ({
    name,
    kind,
    bookings: at.map(([from, length, status]) => {
      const [carrier, load] = carriers[visit++ % carriers.length] ?? ['Own fleet', 'Mixed'];
      return { id: `${name}-${from}`, carrier, load, from, to: from + length, status };
    }),
  }));
}

/** A time of day such as `10:30`, from quarter hours after the day opens. */
export function clock(quarter: number): string {
  const minutes = opens * 60 + quarter * 15;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
