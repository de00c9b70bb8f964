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

/** When the day opens, in hours. */
export const opens = 6;

/** When the day closes, in hours. */
export const closes = 16;

/** The time of day the demo stands still at, in quarter hours after the day opens: 10:30. */
export const now = 18;

const visitors: readonly (readonly [string, string])[] = [
  ['Kestrel', '22 pallets'],
  ['Norrland', '9 pallets'],
  ['Baxter & Rowe', '140 sheets'],
  ['Delta Cold', 'Resins, 4 °C'],
  ['Ibis Freight', 'Returns'],
  ['Greenline', '310 parcels'],
  ['Tallow Bros', 'Packaging'],
  ['Sable', '64 crates'],
  ['Portside', '40 ft box'],
  ['Juniper Road', '26 pallets'],
  ['Merrow Lines', '18 pallets'],
  ['Cinder & Sons', '6 drums, ADR'],
  ['Falcon Bulk', 'Silo, 24 t'],
];

type Slot = readonly [from: number, quarters: number, status: BookingStatus];

/** Slots by dock, and how far each is at {@link now}. */
const slots: readonly { readonly name: string; readonly kind: string; readonly at: readonly Slot[] }[] = [
  {
    name: 'Dock 1',
    kind: 'Inbound',
    at: [
      [1, 6, 'done'],
      [8, 7, 'done'],
      [16, 8, 'unloading'],
      [26, 8, 'booked'],
    ],
  },
  {
    name: 'Dock 2',
    kind: 'Inbound',
    at: [
      [3, 8, 'done'],
      [14, 7, 'late'],
      [23, 7, 'booked'],
      [31, 7, 'booked'],
    ],
  },
  {
    name: 'Dock 3',
    kind: 'Cold chain',
    at: [
      [0, 6, 'done'],
      [12, 8, 'unloading'],
      [28, 8, 'booked'],
    ],
  },
  {
    name: 'Dock 4',
    kind: 'Outbound',
    at: [
      [4, 9, 'done'],
      [15, 9, 'unloading'],
      [25, 7, 'booked'],
      [33, 6, 'booked'],
    ],
  },
  {
    name: 'Dock 5',
    kind: 'Outbound',
    at: [
      [2, 7, 'done'],
      [10, 6, 'done'],
      [19, 7, 'booked'],
      [29, 8, 'booked'],
    ],
  },
  { name: 'Yard', kind: 'Containers', at: [[9, 12, 'unloading']] },
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
      const [carrier, load] = visitors[visit++ % visitors.length] ?? ['Own fleet', 'Mixed'];
      return { id: `${name}-${from}`, carrier, load, from, to: from + length, status };
    }),
  }));
}

/** A time of day such as `10:30`, from quarter hours after the day opens. */
export function clock(quarter: number): string {
  const minutes = opens * 60 + quarter * 15;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
