import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumLaunchOptions } from '../browser/chromium.ts';

const root = resolve(import.meta.dirname, '../..');

/** What hosts do to their own pages, never meaning us. */
const hostile = `
  * { box-sizing: content-box; padding: 0; margin: 0; letter-spacing: 3px; color: red; font: 9px/1 monospace; text-transform: uppercase }
  button { all: unset } svg { display: inline; max-width: 10px; fill: lime } input { display: none } p, span, b, dt, dd { color: red; font-size: 7px }
  table, td, th { border: 5px solid blue; padding: 20px } h1 { color: rgb(1, 2, 3) } details > summary { list-style: square; display: list-item }
`;

/** One page a situation: how it is styled, what its policy allows, and where the widgets go. */
const pages = {
  plain: { css: '', csp: undefined, attributes: '' },
  hostile: { css: hostile, csp: undefined, attributes: '' },
  'strict CSP': {
    css: '',
    csp: "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
    attributes: '',
  },
  'shadow root': { css: hostile, csp: undefined, attributes: 'data-shadow' },
} as const;
type Situation = keyof typeof pages;

let server: Server;
let browser: Browser;
let url: string;

beforeAll(async () => {
  const bundle = (alias: Record<string, string>): Promise<string> =>
    build({
      entryPoints: [resolve(import.meta.dirname, 'host-pages/widgets.tsx')],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      conditions: ['@plimsoll/source'],
      alias,
      define: { 'process.env.NODE_ENV': '"development"' },
      write: false,
    }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  const scripts: Record<string, string> = {
    '19': await bundle({}),
    '18': await bundle({ react: 'react-18', 'react-dom': 'react-dom-18' }),
  };
  const styles = await build({
    entryPoints: [resolve(root, 'packages/react/src/styles/styles.css')],
    bundle: true,
    write: false,
  });
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string, headers: Record<string, string> = {}): void => {
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    };
    const situation = pages[(searchParams.get('page') ?? 'plain') as Situation];
    if (pathname === '/widgets.js') send('text/javascript', scripts[searchParams.get('react') ?? '19'] ?? '');
    else if (pathname === '/styles.css') send('text/css', styles.outputFiles[0]?.text ?? '');
    else if (pathname === '/host.css') send('text/css', `#widgets { width: 800px !important } ${situation.css}`);
    else if (pathname !== '/') response.writeHead(204).end();
    else {
      const query = searchParams.toString().replaceAll('&', '&amp;');
      const kit = situation.attributes === '' ? '<link rel="stylesheet" href="/styles.css">' : '';
      send(
        'text/html',
        `<!doctype html><html lang="en"><title>Host</title>${kit}<link rel="stylesheet" href="/host.css?${query}">
         <h1>Host</h1><div id="widgets" ${situation.attributes}></div><script type="module" src="/widgets.js?${query}"></script>`,
        situation.csp === undefined ? {} : { 'content-security-policy': situation.csp },
      );
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  browser = await chromium.launch(chromiumLaunchOptions());
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(
  situation: Situation,
  react: '18' | '19',
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/?page=${encodeURIComponent(situation)}&react=${react}`);
  await page.locator('#survey').waitFor();
  return { page, complaints };
}

/** How everything in a widget looks, down to the last element: position within it, size, colour and type. */
function looks(page: Page, id: string): Promise<readonly string[]> {
  return page.locator(`#${id}`).evaluate((widget) => {
    const origin = widget.getBoundingClientRect();
    return [...widget.querySelectorAll('*')].map((element) => {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const place = [box.x - origin.x, box.y - origin.y, box.width, box.height].map(Math.round).join(' ');
      // A shape has no type, and a box without text shows no colour of its own.
      const drawn = element instanceof SVGElement ? `${style.fill} ${style.stroke}` : '';
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      const type = hasText ? `${style.color} ${style.font} ${style.letterSpacing} ${style.textTransform}` : '';
      return `${element.tagName} ${place} ${drawn} ${type} ${style.backgroundColor}`;
    });
  });
}

describe.each(['19', '18'] as const)('the widgets with React %s', (react) => {
  it.each(Object.keys(pages) as Situation[])(
    'say all they have to say in a page that is %s, without complaint',
    async (situation) => {
      const { page, complaints } = await open(situation, react);
      await expect.poll(() => page.locator('#card').innerText()).toContain('104.2');
      expect(await page.locator('#gauge').innerText()).toContain('82');
      expect(await page.locator('#score').innerText()).toContain('+42');
      expect(await page.locator('#survey').getByRole('radio').count()).toBe(11);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it.each(['hostile', 'strict CSP', 'shadow root'] as const)(
    'look the same in a page that is %s as in a plain one',
    async (situation) => {
      const plain = await open('plain', react);
      const other = await open(situation, react);
      for (const id of ['card', 'gauge', 'score', 'survey']) {
        expect(await looks(other.page, id), id).toEqual(await looks(plain.page, id));
      }
      await plain.page.close();
      await other.page.close();
    },
  );

  it('leave the host’s own elements alone', async () => {
    const { page } = await open('hostile', react);
    const colour = await page
      .locator('h1')
      .first()
      .evaluate((heading) => getComputedStyle(heading).color);
    expect(colour).toBe('rgb(1, 2, 3)');
    await page.close();
  });

  it('are answered with the keyboard alone, arrows moving and not sending', async () => {
    const { page } = await open('hostile', react);
    await page.locator('#survey input[type=radio]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('2');
    expect(await page.getByRole('textbox').count()).toBe(1);
    await page.close();
  });
});
