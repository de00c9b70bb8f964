import { relative } from 'node:path';
import type { CodegenConfig } from '@graphql-codegen/cli';

// The tool reads paths from the working directory, which is the root in `npm run generate` and this folder by hand.
const here = relative(process.cwd(), import.meta.dirname) || '.';

/** Turns the graph's SDL and our documents into types, precompiled documents and the cache's table of possible types. */
const config: CodegenConfig = {
  schema: `${here}/../gateway/schema.graphql`,
  documents: [`${here}/src/documents/*.graphql`],
  generates: {
    [`${here}/src/generated/`]: {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        arrayInputCoercion: false,
        dedupeFragments: true,
        documentMode: 'documentNode',
        enumType: 'string-literal',
        enumsAsTypes: true,
        immutableTypes: true,
        importExtension: '.ts',
        onlyOperationTypes: true,
        optimizeDocumentNode: true,
        scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', ID: 'string', Month: 'string' },
        useTypeImports: true,
      },
    },
    [`${here}/src/generated/possible-types.ts`]: {
      plugins: [`./${here}/scripts/possible-types.ts`],
    },
  },
};

export default config;
