// Programs that tests compare us with. The table is test/support/peers.json, shared with the tests.
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptAvailability, aptInstall } from './build-tools.mjs';
import { packageRoot } from './run-command.mjs';

/** Administration programs are in sbin, which an ordinary user's PATH leaves out on Debian. */
const EXTRA_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

export function readPeers() {
  return JSON.parse(readFileSync(join(packageRoot, 'test', 'support', 'peers.json'), 'utf8'));
}

export function findProgram(command) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...EXTRA_FOLDERS];
  for (const folder of folders) {
    const path = join(folder, command);
    if (folder !== '' && isExecutable(path)) return path;
  }
  return undefined;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function missingPeers() {
  return readPeers().filter((peer) => findProgram(peer.command) === undefined);
}

/** Installs missing peers where apt may be used. A peer that stays missing is no failure here: its tests say so. */
export async function ensurePeers() {
  const missing = missingPeers();
  if (missing.length === 0) return 'up to date';
  const apt = aptAvailability();
  if (apt.usable) await aptInstall([...new Set(missing.map((peer) => peer.aptPackage))]);
  const still = missingPeers().map((peer) => peer.name);
  if (still.length === 0) return 'installed';
  const why = apt.usable ? 'apt could not bring them' : apt.why;
  return `${still.join(', ')} missing (${why}); tests that need them are skipped`;
}
