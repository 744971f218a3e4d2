/** GraphiQL from the installed packages: nothing is loaded from outside, and nothing runs that is not served here. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Answer } from './send.js';

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reinstate explorer</title>
<link rel="stylesheet" href="/explorer/graphiql.css">
<link rel="stylesheet" href="/explorer/page.css">
</head>
<body>
<form id="access">
<label for="token">Access token</label>
<input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="kept in this page only">
<button type="submit">Use it</button>
<span id="state" role="status">No token yet: give one to load the schema.</span>
</form>
<div id="explorer"></div>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script type="module" src="/explorer/page.js"></script>
</body>
</html>
`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

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
  '/explorer/page.css': { contentType: STYLE, file: () => join(OWN_FOLDER, 'page.css') },
};

const HEADERS = { 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-frame-options': 'DENY' };

/** The page or one of its files; undefined for every other path. Throws when a package is not installed. */
export async function explorerAnswer(path: string): Promise<Answer | undefined> {
  if (path === '/explorer')
    return { status: 200, contentType: 'text/html; charset=utf-8', body: PAGE, headers: HEADERS };
  const asset = ASSETS[path];
  if (asset === undefined) return undefined;
  const headers = { ...HEADERS, 'cache-control': 'private, max-age=3600' };
  return { status: 200, contentType: asset.contentType, body: await readFile(asset.file()), headers };
}
