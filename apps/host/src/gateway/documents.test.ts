import { readFileSync } from 'node:fs';
import { buildSchema, validate } from 'graphql';
import { expect, test } from 'vitest';
import { AccountDocument } from '../account/account-query.ts';
import { AccountsDocument } from '../accounts/accounts-query.ts';
import { AnswersDocument } from '../answers/answers-query.ts';
import { PortfolioTraitsDocument } from '../portfolio/portfolio-traits.ts';

const sdl = new URL('../../../../packages/gateway/schema.graphql', import.meta.url);
const schema = buildSchema(readFileSync(sdl, 'utf8'));

test.each(Object.entries({ AccountDocument, AccountsDocument, AnswersDocument, PortfolioTraitsDocument }))(
  'Harbor’s own %s fits the graph',
  (_name, document) => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  },
);
