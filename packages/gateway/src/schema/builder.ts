import type { Day } from '@plimsoll/metrics';
import SchemaBuilder from '@pothos/core';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import { accessPlugin } from '../access/access-plugin.ts';
import { requireNodeTypes } from '../access/guard-schema.ts';
import type { GatewayContext } from '../context.ts';
import type {} from '../cost/field-weight.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { limits } from '../limits.ts';

/** How the graph's types look in TypeScript: non-null unless said otherwise, days as whole numbers. */
export interface GraphTypes {
  Context: GatewayContext;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: Day; Output: Day };
    DateTime: { Input: number; Output: number };
    Decimal: { Input: string; Output: string };
    Month: { Input: string; Output: string };
  };
}

const pageSize = `1 to ${limits.pageSize}.`;

/** The one schema builder. Types live beside it, one a file, each with its queries and mutations. */
export const builder: PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<GraphTypes>> =
  new SchemaBuilder<GraphTypes>({
    plugins: [ErrorsPlugin, RelayPlugin, accessPlugin],
    defaultFieldNullability: false,
    errors: { directResult: true },
    relay: {
      clientMutationId: 'omit',
      cursorType: 'String',
      edgesFieldOptions: {
        description: 'The page’s entries with their cursors.',
        nullable: { list: false, items: false },
      },
      nodeFieldOptions: { description: 'The entry itself.', nullable: false },
      cursorFieldOptions: { description: 'Where this entry stands; give it as `after` or `before`.' },
      nodesOnConnection: { description: 'The page’s entries without their cursors.' },
      pageInfoFieldOptions: { description: 'Whether there is more, and from where to go on.' },
      hasNextPageFieldOptions: { description: 'Whether more entries follow.' },
      hasPreviousPageFieldOptions: { description: 'Whether entries come before.' },
      startCursorFieldOptions: { description: 'Cursor of the first entry of the page.' },
      endCursorFieldOptions: { description: 'Cursor of the last entry of the page.' },
      firstArgOptions: { description: `How many entries from the front, ${pageSize} 25 when left out.` },
      lastArgOptions: { description: `How many entries from the back, ${pageSize}` },
      afterArgOptions: { description: 'Only entries after this cursor.' },
      beforeArgOptions: { description: 'Only entries before this cursor.' },
      idFieldOptions: { description: 'Opaque id, unique in the graph.' },
      nodeTypeOptions: { description: 'Anything that can be fetched again by its id.' },
      defaultConnectionTypeOptions: { access: 'OF_PARENT' },
      defaultEdgeTypeOptions: { access: 'OF_PARENT' },
      pageInfoTypeOptions: { access: 'OF_PARENT', description: 'Where a page stands in its connection.' },
      nodeQueryOptions: {
        access: 'ANY_CREDENTIAL',
        description: 'One node by its id; null where there is none in the viewer’s reach.',
        args: { id: { description: 'The node’s id.' } },
        resolve: (_root, { id }, context, info, resolveNode) => {
          requireNodeTypes(context, info.schema, [id]);
          return resolveNode(id);
        },
      },
      nodesQueryOptions: {
        access: 'ANY_CREDENTIAL',
        description: `Nodes by their ids, at most ${limits.pageSize}, in the order asked; null for each that is not in the viewer’s reach.`,
        args: { ids: { description: 'The nodes’ ids.' } },
        nullable: { list: false, items: true },
        weight: ({ ids }) => ({ field: 1, multiplier: ids.length }),
        resolve: (_root, { ids }, context, info, resolveNodes) => {
          if (ids.length > limits.pageSize) {
            throw new GatewayError(
              'BAD_REQUEST',
              `nodes() takes at most ${limits.pageSize} ids and was given ${ids.length}. Ask in several requests.`,
            );
          }
          requireNodeTypes(context, info.schema, ids);
          return resolveNodes(ids);
        },
      },
    },
  });

builder.queryType({ description: 'What can be read. Everything is narrowed to what the token’s viewer may see.' });
builder.mutationType({ description: 'What can be written. Expected failures are part of the result.' });
builder.subscriptionType({ description: 'What can be listened to, over server-sent events.' });
