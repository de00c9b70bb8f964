import { InvalidSetting, KeyLimitReached } from '@plimsoll/store';
import { InvalidSettingError, KeyLimitError, OwnKeyError } from '../../errors/failure.ts';
import { builder } from '../builder.ts';
import { Failure } from '../failure.ts';

builder.objectType(KeyLimitError, {
  access: 'OF_PARENT',
  name: 'KeyLimitError',
  description: 'The workspace has as many active keys of the kind as it may, 100. Nothing was created.',
  interfaces: [Failure],
});

builder.objectType(OwnKeyError, {
  access: 'OF_PARENT',
  name: 'OwnKeyError',
  description: 'The API key was to revoke itself, which would lock its holder out. Nothing was revoked.',
  interfaces: [Failure],
});

/**
 * Runs a change of keys or tokens, and turns refusals of the store into failures that the mutation returns as data.
 *
 * @throws InvalidSettingError, KeyLimitError
 */
export async function withKeyFailures<Value>(change: () => Promise<Value>): Promise<Value> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof InvalidSetting) throw new InvalidSettingError(error.field ?? 'key', error.message);
    if (error instanceof KeyLimitReached) throw new KeyLimitError(error.message);
    throw error;
  }
}
