/**
 * Goal: whoever opens /explorer in a browser sees the service: token, first query, documentation, dialogs, an operation
 * followed to its end; the page asks nobody but its own service and the console stays clean.
 * Method: headless Chromium on a real service that has captured one point. REINSTATE_SCREENSHOTS names a folder for
 * pictures.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { captureQuickly, estateMachine, MIB } from '../scenarios/support/machine.js';
import { type ScenarioService, startScenarioService } from '../scenarios/support/service.js';
import { findPeer, peerOrSkip } from '../support/peers.js';

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const PICTURES = process.env['REINSTATE_SCREENSHOTS'];
const browserPath = findPeer('chromium');
const it = peerOrSkip('chromium');

let service: ScenarioService;
let profile: string;
let browser: BrowserContext;
let page: Page;
const complaints: string[] = [];
const requests: string[] = [];

beforeAll(async () => {
  if (browserPath === undefined) return;
  service = await startScenarioService();
  await captureQuickly(service, estateMachine('demo-bios-thin', 2 * MIB));
  profile = mkdtempSync(join(tmpdir(), 'reinstate-browser-'));
  browser = await chromium.launchPersistentContext(profile, { executablePath: browserPath, args: FLAGS });
  page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${service.url}/explorer`);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
  if (profile !== undefined) rmSync(profile, { recursive: true, force: true });
}, 60_000);

async function takePicture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  if (!existsSync(PICTURES)) mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

async function giveToken(text: string): Promise<void> {
  await page.fill('#token', text);
  await page.click('#access button');
}

/** Waits for words in the result pane; gives all that it shows. */
async function resultWith(words: string): Promise<string> {
  await page.locator('.result-window', { hasText: words }).waitFor();
  return page.locator('.result-window').innerText();
}

/** Puts text into an editor of the page as a person does by pasting. */
async function replaceText(editor: string, text: string): Promise<void> {
  await page.click(`${editor} .CodeMirror`);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

describe('the explorer in a browser', () => {
  it('says where the token is before it has one, and sends nothing', async () => {
    expect(await page.locator('#hint').innerText()).toContain('admin.token in the data folder');
    await page.click('.graphiql-execute-button');
    expect(await resultWith('Give an access token')).toContain('nothing was sent');
    expect(requests.filter((url) => url.endsWith('/graphql'))).toEqual([]);
    await takePicture('1-no-token');
  }, 60_000);

  it('says that a token is wrong', async () => {
    await giveToken('rst_wrong');
    await page.locator('#state.bad', { hasText: 'This token is not valid.' }).waitFor();
    // A browser itself writes each answer 401 to its console.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 401')]);
  }, 60_000);

  it('takes the token and runs the first query as it stands', async () => {
    await giveToken(service.token);
    await page.locator('#state.good', { hasText: 'You are "admin", role ADMIN.' }).waitFor();
    expect(await page.locator('#hint').isVisible()).toBe(false);
    await page.click('.graphiql-execute-button');
    expect(await resultWith('MOVE_DATA')).toContain('demo-bios-thin');
    await takePicture('2-first-query');
  }, 60_000);

  it('shows the documentation of the schema and both dialogs', async () => {
    await page.click('[aria-label="Show Documentation Explorer"]');
    await page.locator('.graphiql-doc-explorer', { hasText: 'Mutation' }).waitFor();
    await page
      .locator('.graphiql-doc-explorer a', { hasText: /^Query$/ })
      .first()
      .click();
    await page.locator('.graphiql-doc-explorer', { hasText: 'restorePoints' }).waitFor();
    for (const label of ['Open short keys dialog', 'Open settings dialog']) {
      await page.click(`[aria-label="${label}"]`);
      await page.locator('.graphiql-dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('.graphiql-dialog').waitFor({ state: 'detached' });
    }
    await takePicture('3-documentation');
    await page.click('[aria-label="Hide Documentation Explorer"]');
  }, 60_000);

  it('follows an operation over server-sent events to its end', async () => {
    const { data } = await service.query('{ operations(first: 1) { nodes { id } } }');
    await page.locator('.graphiql-tab-button', { hasText: 'Follow' }).click();
    await replaceText('.graphiql-editor-tool', JSON.stringify({ id: data.operations.nodes[0].id, after: null }));
    await page.click('.graphiql-execute-button');
    expect(await resultWith('SUCCEEDED')).toContain('"percent": 100');
    await takePicture('4-followed');
  }, 60_000);

  it('makes errors readable', async () => {
    await page.locator('.graphiql-tab-button', { hasText: 'Plan' }).click();
    await page.click('.graphiql-execute-button');
    const shown = await resultWith('userErrors');
    expect(shown).toContain('"code": "NOT_FOUND"');
    expect(shown).toContain('\\"restorePointId\\" is not an id of this service.');
  }, 60_000);

  it('asked nobody but its own service, and the console is clean', () => {
    expect(requests.filter((url) => !url.startsWith(`${service.url}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
