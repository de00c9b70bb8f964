import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { widgetDocumentsModule } from '../src/widgets/widget-documents-module.ts';

const folder = new URL('../../client/src/documents/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

writeFileSync(new URL('../src/widgets/generated/widget-documents.ts', import.meta.url), widgetDocumentsModule(sources));
