/** GraphiQL from the installed packages: nothing is loaded from outside, and nothing runs that is not served here. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Answer } from './send.js';

function pageOf(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reinstate explorer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/explorer/graphiql.css">
<link rel="stylesheet" href="/explorer/page.css" nonce="${nonce}">
</head>
<body>
<form id="access">
<h1>Reinstate</h1>
<label for="token">Access token</label>
<input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="kept in this page only">
<button type="submit">Use it</button>
<span id="state" role="status">No token yet.</span>
</form>
<p id="hint">The first start of <code>reinstate serve</code> says into which file it wrote the admin token: \
<code>admin.token</code> in the data folder (<code>reinstate config</code> names that folder).</p>
<div id="explorer"></div>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script type="module" src="/explorer/page.js"></script>
</body>
</html>
`;
}

/** `nonce` lets in the one style element that GraphiQL's dialogs write to keep the page from scrolling under them. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const PACKAGE_ROOT = join(import.meta.dirname, '..', '..');
const OWN_FOLDER = join(PACKAGE_ROOT, 'src', 'graphql', 'explorer');
const { resolve } = createRequire(import.meta.url);

/** By the package's own description, because its list of exports leaves its browser builds out. */
function inPackage(name: string, file: string): string {
  return join(dirname(resolve(`${name}/package.json`)), file);
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Files by the path they are served under. */
const ASSETS: Readonly<Record<string, { readonly contentType: string; readonly file: () => string }>> = {
  '/explorer/graphiql.js': { contentType: SCRIPT, file: () => inPackage('graphiql', 'graphiql.min.js') },
  '/explorer/graphiql.css': { contentType: STYLE, file: () => inPackage('graphiql', 'graphiql.min.css') },
  '/explorer/react.js': { contentType: SCRIPT, file: () => inPackage('react', 'umd/react.production.min.js') },
  '/explorer/react-dom.js': {
    contentType: SCRIPT,
    file: () => inPackage('react-dom', 'umd/react-dom.production.min.js'),
  },
  '/explorer/page.js': { contentType: SCRIPT, file: () => join(OWN_FOLDER, 'page.mjs') },
  '/explorer/first-queries.mjs': { contentType: SCRIPT, file: () => join(OWN_FOLDER, 'first-queries.mjs') },
  '/explorer/page.css': { contentType: STYLE, file: () => join(OWN_FOLDER, 'page.css') },
};

function headersOf(nonce: string): Record<string, string> {
  return { 'content-security-policy': contentSecurityPolicy(nonce), 'x-frame-options': 'DENY' };
}

/** The page or one of its files; undefined for every other path. Throws when a package is not installed. */
export async function explorerAnswer(path: string): Promise<Answer | undefined> {
  const nonce = randomBytes(16).toString('base64url');
  if (path === '/explorer') {
    return { status: 200, contentType: 'text/html; charset=utf-8', body: pageOf(nonce), headers: headersOf(nonce) };
  }
  const asset = ASSETS[path];
  if (asset === undefined) return undefined;
  const file = asset.file();
  const caching = file.startsWith(OWN_FOLDER) ? 'no-store' : 'private, max-age=3600';
  const headers = { ...headersOf(nonce), 'cache-control': caching };
  return { status: 200, contentType: asset.contentType, body: await readFile(file), headers };
}
