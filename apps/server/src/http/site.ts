import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../cli/command-error.ts';

/** The pages at `/`: whatever product the widgets are embedded in. */
export interface Site {
  fetch(request: Request): Promise<Response> | Response;
}

/** What a site is given. */
export interface SiteOptions {
  /** Signs embed tokens for the workspace. For the site's backend alone. */
  readonly embedKey: string;
  readonly workspace: string;
  /** Where the graph is reached from the site's pages. */
  readonly endpoint: string;
}

/** Makes a site. */
export type CreateSite = (options: SiteOptions) => Site | Promise<Site>;

/**
 * Loads a module that exports `createSite`. By path and at run time: the server must not depend on any product.
 *
 * @throws UsageError where there is no such module, or it exports no such function
 */
export async function loadSite(path: string): Promise<CreateSite> {
  let module: unknown;
  try {
    module = await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    throw new UsageError(
      `The site ${path} does not load (${error instanceof Error ? error.message : String(error)}). There would be nothing to show at /. Check the path, or leave --site out.`,
    );
  }
  if (
    typeof module === 'object' &&
    module !== null &&
    'createSite' in module &&
    typeof module.createSite === 'function'
  )
    // A module found at run time has no type; what it makes is held to `Site` by whoever writes it.
    return module.createSite as CreateSite;
  throw new UsageError(`The site ${path} exports no function createSite. Pages come from it. Export one.`);
}
