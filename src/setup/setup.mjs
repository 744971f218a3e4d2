// Everything between `npm install` and a running service. Safe to repeat, quick when nothing changed.
//   node src/setup/setup.mjs            what the service needs
//   node src/setup/setup.mjs --peers    and the programs that tests compare us with
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildNative } from './build-native.mjs';
import { buildTypescript } from './build-typescript.mjs';
import { ensureBuildTools } from './build-tools.mjs';
import { generatePrismaClient } from './generate-prisma-client.mjs';
import { ensurePeers } from './peers.mjs';
import { packageRoot, say, secondsSince } from './run-command.mjs';
import { withLock } from './stamps.mjs';

const OLDEST_NODE = [20, 19];

function checkNodeVersion() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (old)
    throw new Error(`Node ${process.versions.node} is too old: Reinstate needs Node ${OLDEST_NODE.join('.')} or newer`);
  if (!existsSync(join(packageRoot, 'node_modules'))) throw new Error('run npm install first');
}

/** Says one line per step that did something; a step that was up to date stays silent. */
async function step(title, work) {
  const startMs = performance.now();
  const outcome = await work();
  if (outcome !== 'up to date') say(`setup: ${title}: ${outcome} (${secondsSince(startMs)})`);
}

/** The service runs without the native part and says that copying is off, so a failure here is told and not thrown. */
async function nativePart() {
  const built = buildNative();
  if (built.ok) return built.built ? 'made' : 'up to date';
  const missing = await ensureBuildTools();
  const second = missing.length > 0 ? { ok: false, reason: `${missing.join(', ')} missing` } : buildNative();
  return second.ok ? 'made' : `OFF, ${second.reason}. Planning and queries work, copying does not.`;
}

async function setUp(withPeers) {
  const startMs = performance.now();
  checkNodeVersion();
  await withLock(async () => {
    await step('native part', nativePart);
    await step('Prisma client', generatePrismaClient);
    if (withPeers) await step('test peers', ensurePeers);
    await step('TypeScript', buildTypescript);
  });
  say(`setup: ready (${secondsSince(startMs)})`);
}

try {
  await setUp(process.argv.includes('--peers'));
} catch (error) {
  say(`setup: ${error.message}`);
  process.exitCode = 1;
}
