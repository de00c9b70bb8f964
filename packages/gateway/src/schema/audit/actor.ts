import type { Actor as ActorModel } from '@plimsoll/store';
import { builder } from '../builder.ts';

const ActorKind = builder.enumType('ActorKind', {
  description: 'Who can do something that the audit log records.',
  values: {
    API_KEY: { value: 'apiKey', description: 'The holder of an API key.' },
    TOKEN: { value: 'token', description: 'The holder of an embed token.' },
    CLI: { value: 'cli', description: 'Somebody at the command line of the server.' },
    PROGRAM: { value: 'program', description: 'A program that uses the store directly and names no actor.' },
  } as const satisfies Record<string, { value: ActorModel['kind']; description: string }>,
});

/** Who did something, in the graph. */
export const Actor = builder.objectRef<ActorModel>('Actor').implement({
  access: 'OF_PARENT',
  description: 'Who created a key, or did something that the audit log records.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ActorKind, description: 'Kind of credential or program that acted.' }),
    id: t.string({
      nullable: true,
      description: 'Id of the API key, or subject of the embed token; null for the command line and for programs.',
      resolve: (actor) => ('id' in actor ? actor.id : null),
    }),
  }),
});
