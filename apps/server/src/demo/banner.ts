import { bold } from '../cli/terminal.ts';

/** What there is to see. */
export interface BannerOptions {
  readonly url: string;
  readonly site: boolean;
  readonly storybook: boolean;
  readonly database: string;
  /** Options that other commands need to find the same database, such as `--data-dir x`; empty where they need none. */
  readonly databaseOption: string;
}

/** What a newcomer reads when the demo is up: where to look, and what to try. */
export function banner({ url, site, storybook, database, databaseOption }: BannerOptions): string {
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
`;
}
