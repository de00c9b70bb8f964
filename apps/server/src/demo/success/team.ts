import { formatDay } from '@plimsoll/metrics';
import type { CsmRecord } from '@plimsoll/store';
import type { Region } from '../demo-records.ts';
import { months, type Timeline } from '../timeline.ts';

/** Who looks after the customers of a region now. */
export const csmsOf: Readonly<Record<Region, readonly string[]>> = {
  Europe: ['Mikkel Strand', 'Ines Carvalho', 'Hannah Vogt'],
  'North America': ['Dana Whitfield', 'Luis Ortega', 'Priya Raman'],
  'Asia Pacific': ['Yuki Arai'],
  'Latin America': ['Luis Ortega', 'Marta Silva'],
};

/** Somebody whose customers went to a colleague, or came from one. */
export interface Handover {
  readonly from: string;
  readonly to: string;
  /** Month of the timeline. */
  readonly month: number;
  readonly date: number;
  /** Part of the colleague's customers, 0…1. */
  readonly part: number;
}

/** Tom Becker left, and Noor Haddad has just come. */
export const handovers: readonly Handover[] = [
  { from: 'Tom Becker', to: 'Hannah Vogt', month: months - 5, date: 1, part: 0.6 },
  { from: 'Priya Raman', to: 'Noor Haddad', month: months - 2, date: 3, part: 0.3 },
];

/** Harbor's customer success managers. They are known by their names, which is what the trait `csm` says. */
export function inventTeam(timeline: Timeline): readonly CsmRecord[] {
  const since = (month: number): string => timeline.date(month, 1);
  const csm = (name: string, fte: number, rampedOn: string, leftOn?: string): CsmRecord => ({
    externalId: name,
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@harbor.example`,
    fte,
    rampedOn,
    leftOn: leftOn ?? null,
  });
  return [
    csm('Mikkel Strand', 1, since(-20)),
    csm('Ines Carvalho', 1, since(-12)),
    csm('Hannah Vogt', 0.8, since(2)),
    csm('Tom Becker', 1, since(-8), formatDay(timeline.day(months - 5, 1))),
    csm('Dana Whitfield', 1, since(-22)),
    csm('Luis Ortega', 1, since(-15)),
    csm('Priya Raman', 1, since(-2)),
    csm('Noor Haddad', 1, since(months + 1)),
    csm('Yuki Arai', 1, since(-10)),
    csm('Marta Silva', 0.5, since(4)),
  ];
}
