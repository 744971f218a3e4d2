// Facts of a fleet for figures of the planner: made by the builders of the planner's tests, so that they grow with the
// facts and are never a stale copy. Node runs no TypeScript, so their types are taken off first.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const packageRoot = join(import.meta.dirname, '..', '..');
const BUILDERS = ['facts-builder', 'vsphere-proxies', 'vsphere-facts'];

async function loadBuilders() {
  const folder = mkdtempSync(join(tmpdir(), 'reinstate-facts-'));
  const compiled = pathToFileURL(join(packageRoot, 'dist')).href;
  try {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const name of BUILDERS) {
      const source = readFileSync(join(packageRoot, 'test', 'planner', `${name}.ts`), 'utf8');
      const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
      writeFileSync(join(folder, `${name}.js`), code.replaceAll('../../src/', `${compiled}/`));
    }
    return await import(pathToFileURL(join(folder, 'vsphere-facts.js')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const STORAGE = [
  {},
  {},
  { type: 'NFS', vmfsMajorVersion: null, vmfsBlockSizeBytes: null, lunIds: [] },
  { type: 'vsan', vmfsMajorVersion: null, vmfsBlockSizeBytes: null, lunIds: [] },
  { type: 'VVOL', vmfsMajorVersion: null, vmfsBlockSizeBytes: null, lunIds: [] },
];

/**
 * `count` VMs of four disks, thin and thick, every second one encrypted, against one site with six executors, twenty
 * datastores and eight hosts.
 */
export async function fleetFacts(count) {
  const { encryptedFacts, hotaddProxy, sanProxy, vsphereFacts } = await loadBuilders();
  const machine = { ...hotaddProxy({}).proxy.virtualMachine, encrypted: 'YES' };
  const executors = [0, 1, 2].flatMap((number) => [
    hotaddProxy({ virtualMachine: machine }, { name: `hotadd-${number}` }),
    sanProxy({}, { name: `san-${number}` }),
  ]);
  const datastores = Array.from({ length: 20 }, (_one, index) => ({
    name: `store-${index}`,
    ...STORAGE[index % STORAGE.length],
  }));
  const ids = datastores.map((_one, index) => `datastore-${11 + index}`);
  const hosts = Array.from({ length: 8 }, () => ({ datastoreIds: ids }));
  const disks = ['THIN', 'THICK_EAGER_ZEROED', 'THICK_LAZY_ZEROED', 'THIN'].map((provisioning) => ({ provisioning }));
  const { site } = vsphereFacts({ datastores, hosts });
  return Array.from({ length: count }, (_one, number) => {
    const changes = {
      disks,
      executors,
      point: { vmName: `vm-${number}`, id: `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}` },
      placement: { name: `vm-${number}`, homeDatastoreId: ids[number % ids.length] },
    };
    const facts = number % 2 === 0 ? vsphereFacts(changes) : encryptedFacts(changes);
    return { ...facts, site, executors };
  });
}

/** How often a second `work` is done on one core: the best of several rounds, as other work only ever slows it. */
export function ratePerSecond(facts, work, rounds = 7) {
  let best = 0;
  for (let round = 0; round < rounds; round++) {
    const start = process.cpuUsage();
    for (const one of facts) work(one);
    const { user, system } = process.cpuUsage(start);
    best = Math.max(best, (facts.length / (user + system)) * 1e6);
  }
  return best;
}
