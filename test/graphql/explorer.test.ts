/**
 * Goal: the explorer works where no network is, and nothing can be slipped into its page.
 * Method: fetch the page and whatever it names; look for addresses that would be loaded from outside.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi } from './api-client.js';
import type { TestApi } from './api-client.js';
import { createInMemoryPorts } from './in-memory-ports.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(createInMemoryPorts().ports);
});
afterAll(() => api.close(0));

describe('the explorer', () => {
  it('serves its page and every file that the page names', async () => {
    const page = await (await fetch(`${api.url}/explorer`)).text();
    const paths = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    // The icon is in the page itself; a module is named by the script that imports it.
    expect(paths.shift()).toBe('data:,');
    paths.push('/explorer/first-queries.mjs');
    expect(paths).toEqual([
      '/explorer/graphiql.css',
      '/explorer/page.css',
      '/explorer/react.js',
      '/explorer/react-dom.js',
      '/explorer/graphiql.js',
      '/explorer/page.js',
      '/explorer/first-queries.mjs',
    ]);
    for (const path of paths) {
      const response = await fetch(`${api.url}${path}`);
      const type = path.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, type]);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect((await response.text()).length).toBeGreaterThan(100);
    }
  });

  it('loads nothing from outside and runs nothing written into the page', async () => {
    const response = await fetch(`${api.url}/explorer`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const nonceOf = (text: string) => /'nonce-([\w-]{22})'/.exec(text)?.[1] ?? 'none';
    const again = await fetch(`${api.url}/explorer`);
    expect(nonceOf(again.headers.get('content-security-policy') ?? '')).not.toBe(nonceOf(policy));
    expect(await again.text()).not.toContain(nonceOf(policy));
    const page = await response.text();
    expect(page).not.toMatch(/https?:\/\/|<script>|<style|onload=|style=/);
    const css = await (await fetch(`${api.url}/explorer/graphiql.css`)).text();
    expect([...css.matchAll(/url\((?!["']?data:)[^)]*\)|@import/g)].map(([match]) => match)).toEqual([]);
  });

  it('serves nothing else below its path', async () => {
    for (const path of [
      '/explorer/',
      '/explorer/..%2fpackage.json',
      '/explorer/../package.json',
      '/explorer/page.mjs',
    ]) {
      expect([path, (await fetch(`${api.url}${path}`)).status]).toEqual([path, 404]);
    }
  });
});
