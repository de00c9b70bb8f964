import { InvalidSetting } from '../errors.ts';
import type { BatchOptions } from '../records/batch.ts';
import { isStorable } from '../schema/storable-text.ts';

const longestSource = 255;

/** The system that the ids of a batch come from. @throws InvalidSetting for one that cannot be kept */
export function sourceOf(options: BatchOptions | undefined): string {
  const source = options?.source ?? 'host';
  if (source.trim() !== '' && source.length <= longestSource && isStorable(source)) return source;
  throw new InvalidSetting(
    `InvalidSetting: the source of a batch is blank, has more than ${longestSource} characters, or holds a NUL or half a character. Ids are known by it, so nothing was written. Give a short name, such as "crm", or leave it out.`,
  );
}
