/** Somebody who uses Harbor at one of its customers. */
export interface Person {
  /** Harbor's own user id: answers are kept under it. */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** The customer's id, in Harbor and in the graph alike. */
  readonly account: string;
  readonly accountName: string;
}

/** Who a visitor of the demo may sign in as; none of them has answered yet. */
export const people: readonly [Person, ...Person[]] = [
  {
    id: 'maya-lindgren',
    name: 'Maya Lindgren',
    role: 'Dock planner',
    account: 'acme',
    accountName: 'Acme Rockets',
  },
  {
    id: 'tomas-reyes',
    name: 'Tomás Reyes',
    role: 'Site manager',
    account: 'acme',
    accountName: 'Acme Rockets',
  },
  {
    id: 'freya-holm',
    name: 'Freya Holm',
    role: 'Operations lead',
    account: 'bluefin',
    accountName: 'Bluefin Freight Lines',
  },
  {
    id: 'jonas-weber',
    name: 'Jonas Weber',
    role: 'Terminal manager',
    account: 'bluefin',
    accountName: 'Bluefin Freight Lines',
  },
  {
    id: 'ines-moreau',
    name: 'Inès Moreau',
    role: 'Receiving lead',
    account: 'halcyon',
    accountName: 'Halcyon Hotels',
  },
  {
    id: 'caleb-brooks',
    name: 'Caleb Brooks',
    role: 'Yard planner',
    account: 'meridian',
    accountName: 'Meridian Rail',
  },
];
