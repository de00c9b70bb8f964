import type { SegmentRecord } from '@plimsoll/store';

/** The segments that Harbor's people saved. `year` is the current one, such as `2026`. */
export function savedSegments(year: string): readonly SegmentRecord[] {
  return [
    {
      key: 'enterprise-eu',
      name: 'Enterprise in Europe',
      description: 'The largest plan, customers in Europe.',
      filter: {
        and: [{ trait: { key: 'plan', in: ['Enterprise'] } }, { trait: { key: 'region', in: ['Europe'] } }],
      },
    },
    {
      key: 'at-risk',
      name: 'At risk',
      description: 'Health in the lowest band today.',
      filter: { band: { in: ['at-risk'] } },
    },
    {
      key: 'new-this-year',
      name: 'New this year',
      description: `Paid for the first time in ${year}.`,
      filter: { customerSince: { from: `${year}-01-01` } },
    },
    {
      key: 'references',
      name: 'References',
      description: 'Customers who speak for Harbor and are well.',
      filter: { and: [{ tags: { any: ['reference', 'design-partner'] } }, { not: { segment: { in: ['at-risk'] } } }] },
    },
  ];
}
