import type { Selection } from '@plimsoll/metrics';
import type { Segment as StoredSegment } from '@plimsoll/store';
import type { Session } from '../session.ts';
import { selectFor } from './account-filter.ts';
import { builder } from './builder.ts';
import { Measured } from './measured.ts';
import type { MeasuredModel } from './measured-model.ts';

/** A saved segment in a session. */
export class SegmentModel implements MeasuredModel {
  readonly subject = 'SEGMENT';
  readonly session: Session;
  readonly segment: StoredSegment;

  constructor(session: Session, segment: StoredSegment) {
    this.session = session;
    this.segment = segment;
  }

  get selection(): Selection {
    return selectFor(this.session, { segment: { in: [this.segment.key] } });
  }
}

/** A saved filter in the graph. */
export const Segment = builder.objectRef<SegmentModel>('Segment');

/** What a workspace calls its customers is not for their eyes: to a token for some accounts there are no segments. */
function findSegment(session: Session, key: string): SegmentModel | null {
  const segment = session.viewer.staff ? session.segments.get(key) : undefined;
  return segment === undefined ? null : new SegmentModel(session, segment);
}

builder.node(Segment, {
  access: { anyOf: ['metrics:read'], staffOnly: 'Segments are internal to the workspace' },
  description:
    'A saved filter with a name, and the metrics of the accounts it holds for at the moment. An account can be in several segments or in none, so segments do not add up to the whole as the groups of a `breakdown` do.',
  interfaces: [Measured],
  isTypeOf: (value) => value instanceof SegmentModel,
  id: { resolve: ({ segment }) => segment.key },
  loadOne: async (key, context) => findSegment(await context.session(), key),
  fields: (t) => ({
    key: t.string({ description: 'Its key, as filters take it.', resolve: ({ segment }) => segment.key }),
    name: t.string({ description: 'Its name.', resolve: ({ segment }) => segment.name }),
    description: t.string({
      nullable: true,
      description: 'What it is for.',
      resolve: ({ segment }) => segment.description,
    }),
    filter: t.string({
      description: 'Its filter: an `AccountFilter` as JSON, fit to be changed and saved again.',
      resolve: ({ segment }) => JSON.stringify(segment.filter),
    }),
    accountCount: t.int({
      description: 'How many accounts it holds at the moment, paying or not.',
      resolve: ({ session, selection }) => session.reader.count(selection),
    }),
  }),
});

builder.queryFields((t) => ({
  segment: t.field({
    access: 'metrics:read',
    type: Segment,
    nullable: true,
    description: 'One segment by its key; null where there is none, and for tokens for some accounts.',
    args: { key: t.arg.string({ required: true, description: 'Its key.' }) },
    resolve: async (_root, { key }, context) => findSegment(await context.session(), key),
  }),
  segments: t.field({
    type: [Segment],
    description: 'Every segment by name. Refused to tokens for some accounts.',
    weight: { field: 10, multiplier: 20 },
    access: { anyOf: ['metrics:read'], staffOnly: 'Segments are internal to the workspace' },
    resolve: async (_root, _args, context) => {
      const session = await context.session();
      return [...session.segments.values()]
        .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1))
        .map((segment) => new SegmentModel(session, segment));
    },
  }),
}));
