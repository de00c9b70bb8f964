import { tagSeparator } from '@plimsoll/metrics';
import { requiredId } from './fields.ts';
import { Rejection } from './rejection.ts';

const mostTags = 100;

/** An account's tags, each once and in order, without surrounding space; `undefined` where none are given. @throws Rejection */
export function parseTags(value: unknown): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    throw new Rejection('tags', 'The tags are not a list. Give a list of texts, empty for none.');
  }
  const tags = value.map((tag: unknown) => requiredId(tag, 'tags', 'A tag').trim());
  const joined = tags.find((tag) => tag.includes(tagSeparator));
  if (joined !== undefined) {
    throw new Rejection(
      'tags',
      `The tag "${joined}" holds a "${tagSeparator}", which stands between tags in files. Give it as several tags, or write it otherwise.`,
    );
  }
  const once = [...new Set(tags)].sort();
  if (once.length > mostTags) {
    throw new Rejection('tags', `The account has ${once.length} tags and ${mostTags} is the most. Leave some out.`);
  }
  return once;
}
