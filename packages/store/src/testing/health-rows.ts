import type { Ledger } from '@plimsoll/metrics';

/** Every score row by external id, as one reads it. */
export function healthRowsOf({ accounts, health, healthBands }: Ledger): Record<string, unknown[]> {
  return Object.fromEntries(
    accounts.externalIds.map((id, account) => {
      const rows: unknown[] = [];
      for (let row = health.offsets[account] ?? 0; row < (health.offsets[account + 1] ?? 0); row++) {
        const band = healthBands[(health.bands[row] ?? 0) - 1];
        rows.push([health.days[row], health.scores[row], health.coverages[row], band && `${band.model} ${band.key}`]);
      }
      return [id, rows];
    }),
  );
}
