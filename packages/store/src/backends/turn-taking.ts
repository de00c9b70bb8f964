import { setImmediate } from 'node:timers/promises';
import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs } from 'kysely';

/** Milliseconds for which statements may follow one another. */
const longest = 5;

/**
 * Lets the event loop have its turn between the statements of a database in process. Such a database answers without ever
 * waiting for anything outside of the process, so that one who writes or reads on and on would keep timers, connections and
 * everybody else's questions from being looked at.
 */
export class TurnTaking implements KyselyPlugin {
  #since = performance.now();

  transformQuery({ node }: PluginTransformQueryArgs): PluginTransformQueryArgs['node'] {
    return node;
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<PluginTransformResultArgs['result']> {
    if (performance.now() - this.#since < longest) return result;
    await setImmediate();
    this.#since = performance.now();
    return result;
  }
}
