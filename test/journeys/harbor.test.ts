import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chromiumLaunchOptions } from '../browser/chromium.ts';
import { type StartedServer, startServer } from '../server/start-server.ts';

const host = resolve(import.meta.dirname, '../../apps/host');

/** Long enough for a page to be drawn on a busy machine, in milliseconds. */
const soon = { timeout: 15_000 };

let folder: string;
let server: StartedServer;
let browser: Browser;
let context: BrowserContext;
let complaints: string[];

beforeAll(async () => {
  if (!existsSync(join(host, 'dist/index.html')))
    execFileSync('npm', ['run', 'build:site'], { cwd: host, stdio: 'ignore' });
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-harbor-'));
  server = await startServer(['demo', '--site', join(host, 'site/site.ts'), '--data-dir', join(folder, 'data')], {
    DATABASE_URL: '',
  });
  browser = await chromium.launch(chromiumLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 900 } });
  // A violation of the content security policy is an error in the console too.
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== server.url) complaints.push(`asked another host: ${request.url()}`);
  });
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const card = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** Presses Tab until something is focused. */
async function tabTo(page: Page, isThere: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, isThere)) return;
  }
  throw new Error(`Tab never reached ${isThere}.`);
}

describe('the portfolio page', () => {
  test('shows every figure, with numbers', async () => {
    const page = await open('/');
    for (const [name, number] of [
      ['Net revenue retention', /^\d{2,3}\.\d\s*%$/],
      ['Gross revenue retention', /^\d{2}\.\d\s*%$/],
      ['Logo churn', /^\d{1,2}\.\d\s*%$/],
      ['Monthly recurring revenue', /^\$\d\.\d{2}\s*M$/],
      ['Net new MRR', /^[−-]?\$\d/],
      ['Quick ratio', /^\d+(\.\d+)?\s*×$/],
      ['Customers', /^\d{3}$/],
      ['Average revenue per account', /^\$\d/],
      ['Customer health', /^\d{2}$/],
      ['Expansion MRR', /^\$\d/],
      ['Renewal rate', /^\d{2}\.\d\s*%$/],
      ['Revenue at risk', /^\$\d/],
      ['First response time', /^\d+(\.\d)?\s*(hours|minutes)$/],
      ['Time to first value', /^\d+(\.\d)?\s*days$/],
      ['Relationship NPS', /^[+−-]?\d{1,2}\s*±\s*\d/],
    ] as const) {
      await expect
        .poll(() => card(page, name).locator('.pl-value').innerText(), { ...soon, message: name })
        .toMatch(number);
    }
    await expect.poll(() => page.getByRole('row').count(), soon).toBe(16);
  });

  test('a segment changes the figures and the address, and a reload keeps it', async () => {
    const page = await open('/');
    const revenue = card(page, 'Monthly recurring revenue').locator('.pl-value');
    const whole = await revenue.innerText({ timeout: 15_000 });
    await tabTo(page, 'fieldset button');
    await page.keyboard.press('Space');
    await expect.poll(() => new URL(page.url()).search, soon).toBe('?plan=Starter');
    await expect.poll(() => revenue.innerText(), soon).not.toBe(whole);
    const narrowed = await revenue.innerText();
    await page.getByText(/^\d+ of 400 accounts/).waitFor();

    await page.reload();
    await expect.poll(() => revenue.innerText(), soon).toBe(narrowed);
    expect(await page.getByRole('button', { name: /^Starter/ }).getAttribute('aria-pressed')).toBe('true');

    await page.getByRole('button', { name: 'Show everybody' }).click();
    await expect.poll(() => new URL(page.url()).search, soon).toBe('');
    await expect.poll(() => revenue.innerText(), soon).toBe(whole);
  });

  test('leads to an account and back to the same segment', async () => {
    const page = await open('/?region=North+America');
    await page.getByRole('searchbox', { name: 'Find an account' }).fill('acme');
    await page.getByRole('link', { name: 'Acme Rockets' }).first().click();
    await page.getByRole('heading', { name: 'Acme Rockets' }).waitFor();
    await page.getByRole('link', { name: 'Portfolio' }).click();
    await expect.poll(() => new URL(page.url()).search, soon).toBe('?region=North+America');
  });
});

describe('the account page', () => {
  test('shows the health and the figures of one customer', async () => {
    const page = await open('/accounts/acme');
    await page.getByRole('heading', { name: 'Acme Rockets' }).waitFor();
    const health = card(page, 'Health');
    await expect
      .poll(() => health.innerText(), soon)
      .toMatch(/Product use[\s\S]*Relationship[\s\S]*Support[\s\S]*Outcomes/);
    expect(await health.getByRole('img').first().isVisible()).toBe(true);
    await expect
      .poll(() => card(page, 'Monthly recurring revenue').locator('.pl-value').innerText(), soon)
      .toMatch(/^\$\d+\.\d+\s*K$/);
  });

  test('says so where there is no such account', async () => {
    const page = await open('/accounts/nobody-we-know');
    await page.getByRole('heading', { name: 'There is no such account' }).waitFor();
  });
});

describe('an answer', () => {
  test('given by keyboard alone moves the score on a page that is open already', async () => {
    const staff = await open('/');
    const nps = card(staff, 'Relationship NPS');
    const score = () => nps.innerText();
    await expect.poll(score, soon).toMatch(/\d+ (answers )?of \d+/);
    const before = await score();
    await staff.evaluate(() => Object.assign(document.body.dataset, { sameDocument: 'yes' }));

    const customer = await open('/feedback?as=tomas-reyes');
    await customer.getByRole('radio', { name: /^0\b.*Not at all likely/ }).waitFor();
    await tabTo(customer, 'input[type=radio]');
    await customer.keyboard.press('Space');
    for (let presses = 0; presses < 2; presses++) await customer.keyboard.press('ArrowRight');
    expect(await customer.getByRole('radio', { checked: true }).getAttribute('value')).toBe('2');
    await tabTo(customer, 'textarea');
    await customer.keyboard.type('Exports lose the column order.');
    await tabTo(customer, 'button[type=submit]');
    await customer.keyboard.press('Enter');
    await customer.getByText('Thank you. Somebody at Harbor reads every answer.').waitFor();

    await expect.poll(score, soon).not.toBe(before);
    await staff.getByText('Exports lose the column order.').waitFor();
    expect(await staff.evaluate(() => document.body.dataset.sameDocument)).toBe('yes');

    await customer.reload();
    await customer.getByText('You have already answered. Thank you.').waitFor();
  });
});
