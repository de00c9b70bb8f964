import { type Day, formatDay } from '@plimsoll/metrics';
import { bold } from '../cli/terminal.ts';

/** What there is to see. */
export interface BannerOptions {
  readonly url: string;
  readonly site: boolean;
  readonly storybook: boolean;
  readonly database: string;
  /** Options that other commands need to find the same database, such as `--data-dir x`; empty where they need none. */
  readonly databaseOption: string;
  /** The last day that the records tell of. */
  readonly toldUpTo: Day;
  readonly today: Day;
}

/** Days after which the demo's last months begin to look empty. */
const staleAfter = 40;

/** What a newcomer reads when the demo is up: where to look, and what to try. */
export function banner(options: BannerOptions): string {
  const { url, site, storybook, database, databaseOption, toldUpTo, today } = options;
  const places: readonly (readonly [string, string])[] = [
    [
      `${url}/`,
      site ? 'Harbor, a made-up product with live widgets on its pages' : 'what is where (no product is shown here)',
    ],
    [`${url}/graphql`, 'GraphiQL, with a token for the demo: press the play button'],
    ...(storybook ? [[`${url}/storybook`, 'every widget in every state'] as const] : []),
  ];
  const width = Math.max(...places.map(([address]) => address.length));
  const tries = [
    ...(site
      ? [
          'Answer the survey on Harbor’s own page in one window, and watch the score move in another.',
          'Look up Acme Rockets (thriving), Bluefin Freight Lines (about to leave), Halcyon Hotels (came back).',
        ]
      : ['Ask GraphiQL for account(externalId: "bluefin"): its health fell months before its renewal.']),
    `curl ${url}/graphql -H "authorization: Bearer $(npx plimsoll token --workspace demo${databaseOption})" -H "content-type: application/json" -d '{"query":"{ portfolio { metric(key: NRR) { value } } }"}'`,
  ];
  return `
  ${bold('Plimsoll is up.')} 400 customers of Harbor, 30 months of revenue, health and answers.

${places.map(([address, what]) => `    ${bold(address.padEnd(width))}   ${what}`).join('\n')}

  To try:
${tries.map((text) => `    · ${text}`).join('\n')}

  The records are in ${database}. Ctrl+C ends this; the next start is quick.
${
  today - toldUpTo > staleAfter
    ? `
  The story was told up to ${formatDay(toldUpTo)}, so the last months are empty. For one up to today, remove the records and
  start again.
`
    : ''
}`;
}
