import { decodeGlobalID } from '@pothos/plugin-relay';

/** The inner id of an opaque id of one type; `undefined` for one of another type or for no id at all. */
export function resolveGlobalId(globalId: string, typename: string): string | undefined {
  try {
    const decoded = decodeGlobalID(globalId);
    return decoded.typename === typename ? decoded.id : undefined;
  } catch {
    return undefined;
  }
}
