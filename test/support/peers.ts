/**
 * Programs of other projects that judge our results. A missing one is said in one line and its tests are skipped;
 * with REINSTATE_REQUIRE_PEERS=1 each of its tests fails instead and says how to get the program.
 */
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { it } from '@jest/globals';

export interface Peer {
  readonly name: string;
  readonly command: string;
  readonly aptPackage: string;
  /** What the peer is asked about, for the line that tells of a skip. */
  readonly judges: string;
}

/** Administration programs are in sbin, which an ordinary user's PATH leaves out on Debian. */
const EXTRA_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

export function readPeers(): readonly Peer[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'peers.json'), 'utf8')) as Peer[];
}

/** Absolute path of the peer's program. Throws for a name that the table does not hold. */
export function findPeer(name: string, searchPath = process.env['PATH'] ?? ''): string | undefined {
  const folders = [...searchPath.split(delimiter).filter((folder) => folder !== ''), ...EXTRA_FOLDERS];
  const { command } = peerNamed(name);
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/** `it`, `it.skip`, or an `it` that fails with the way to get the peer. */
export function peerOrSkip(...names: readonly string[]): typeof it {
  const missing = names.filter((name) => findPeer(name) === undefined);
  if (missing.length === 0) return it;
  const advice = missing.map((name) => howToGet(peerNamed(name))).join('; ');
  if (process.env['REINSTATE_REQUIRE_PEERS'] === '1') return failing(advice);
  process.stderr.write(`skipped: ${advice}\n`);
  return it.skip as typeof it;
}

export function howToGet(peer: Peer): string {
  return `${peer.name} missing, so ${peer.judges} are not judged by it (apt-get install ${peer.aptPackage})`;
}

function peerNamed(name: string): Peer {
  const peer = readPeers().find((candidate) => candidate.name === name);
  if (peer === undefined) throw new Error(`${name} is not in test/support/peers.json`);
  return peer;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function failing(advice: string): typeof it {
  function registerFailure(title: string): void {
    it(title, () => {
      throw new Error(advice);
    });
  }
  return Object.assign(registerFailure, { each: () => registerFailure }) as unknown as typeof it;
}
