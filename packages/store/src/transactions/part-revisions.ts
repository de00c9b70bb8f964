import type { PartName } from '../ledger/part-name.ts';

/** When parts of the ledger were last touched, as the workspace's row keeps it. */
export interface PartRevisions {
  /** The revision that this tells about. */
  readonly through?: number;
  /** No part that is not named was touched after this. */
  readonly floor?: number;
  readonly touched?: Readonly<Partial<Record<PartName, number>>>;
}

/**
 * The revision at which a part was last touched, or a later one. Where the workspace is further than what is kept, as
 * after a write by a version that does not keep this, every part counts as touched just now.
 *
 * @param revision the workspace's
 */
export function touchedAt({ through, floor, touched }: PartRevisions, revision: number, part: PartName): number {
  return through === revision ? (touched?.[part] ?? floor ?? revision) : revision;
}

/** What is kept after a write that touched some parts. */
export function afterWrite(
  { through, floor, touched }: PartRevisions,
  revision: number,
  parts: ReadonlySet<PartName>,
): PartRevisions {
  const next = revision + 1;
  const now = Object.fromEntries([...parts].map((part) => [part, next]));
  return through === revision
    ? { through: next, floor: floor ?? revision, touched: { ...touched, ...now } }
    : { through: next, floor: revision, touched: now };
}
