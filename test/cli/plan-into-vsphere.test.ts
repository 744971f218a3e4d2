/**
 * Goal: the command line asks for plans into vSphere as typed, keeps their facts so that they come out the same with no
 * service, and records and shows what is known of a site.
 * Method: the whole command line in this process, against a GraphQL server with the real schema and chosen answers.
 */
import { afterAll, afterEach, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.js';
import { planRestore } from '../../src/planner/plan-restore.js';
import { renderPlan } from '../../src/planner/render-plan.js';
import { vsphereFacts } from '../planner/vsphere-facts.js';
import { startFakeService } from './fake-service.js';
import type { FakeRoot, FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';
import { MOMENT, page, plan, vm } from './sample-answers.js';

const folder = mkdtempSync(join(tmpdir(), 'reinstate-vsphere-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

const section = {
  section: 'HOSTS',
  observedAt: MOMENT,
  stale: true,
  recordedAt: MOMENT,
  recordedBy: 'ops',
  entryCount: 2,
};
const site = { id: 'site-1', name: 'vc-b', kind: 'VCENTER', sections: [section] };

async function run(root: FakeRoot, ...args: string[]) {
  service ??= await startFakeService(root);
  const terminal = fakeTerminal();
  const exitCode = await runCli([...args, '--url', service.url, '--token-file', service.tokenFile], terminal);
  return { exitCode, out: terminal.out(), error: terminal.error() };
}

function planning(facts: string | null = null): FakeRoot {
  return {
    sites: () => page([site]),
    vms: () => page([vm]),
    planRestore: () => ({ plan, facts, remedies: [], userErrors: [] }),
  };
}

it('a new VM is asked for with what was typed, and nothing is allowed that was not', async () => {
  const words = [
    '--name',
    'back',
    '--datastore',
    'vmfs-a',
    '--purpose',
    'COPY',
    '--transport',
    'NBDSSL',
    '--keys-lost',
  ];
  await run(planning(), 'plan', '--vm', 'web01', '--to', 'vc-b', ...words);
  expect(service?.seen.at(-1)?.variables).toMatchObject({
    withFacts: false,
    withRemedies: false,
    input: {
      target: {
        vsphereNewVm: {
          siteId: 'site-1',
          name: 'back',
          datastore: 'vmfs-a',
          host: null,
          purpose: 'COPY',
          powerOn: false,
          transportPreference: ['NBDSSL'],
          consents: { rekey: false, keysDeclaredLost: true, leaveNvram: false, clear: false },
        },
      },
    },
  });
});

it('overwriting in place passes on the name that was typed', async () => {
  await run(planning(), 'plan', '--vm', 'web01', '--to', 'vc-b', '--in-place', 'vm-7', '--typed-name', 'web01');
  const { input } = service?.seen.at(-1)?.variables as { input: { target: object } };
  expect(input.target).toMatchObject({ vsphereInPlace: { siteId: 'site-1', vm: 'vm-7', typedName: 'web01' } });
});

it('saved facts give the same plan with no service, byte for byte', async () => {
  const facts = vsphereFacts();
  const file = join(folder, 'facts.json');
  const words = ['--to', 'vc-b', '--name', 'back', '--save-facts', file];
  expect((await run(planning(JSON.stringify(facts)), 'plan', '--vm', 'web01', ...words)).exitCode).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(facts);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const offline = await run({}, 'plan', '--facts', file);
  expect(offline.out).toBe(`${renderPlan(planRestore(facts)).trimEnd()}\n`);
});

it.each([
  ['a new VM without a name', ['--to', 'vc-b'], 'give --name for a new VM'],
  ['in place with a datastore', ['--to', 'vc-b', '--in-place', 'a', '--datastore', 'b'], '--in-place goes without'],
  ['neither folder nor site', [], 'give --folder, the folder to restore into, or --to SITE'],
  ['a site that is not there', ['--to', 'vc-x', '--name', 'a'], 'no site is called "vc-x"'],
])('%s is told', async (_title, words, message) => {
  const { exitCode, error } = await run(planning(), 'plan', '--vm', 'web01', ...words);
  expect([exitCode === 0, error.includes(message)]).toEqual([false, true]);
});

it('what is known of a site is shown with its age; a stale section is exit code 3', async () => {
  const { exitCode, out } = await run(planning(), 'site', 'facts', 'vc-b');
  expect([exitCode, out]).toEqual([
    3,
    'SECTION  ENTRIES  OBSERVED              AGE    RECORDED BY\nhosts    2        2026-05-04 03:02:01Z  stale  ops\n',
  ]);
});

it('sections of a facts document are recorded, and those never observed are left out', async () => {
  const file = join(folder, 'site.json');
  const { hosts } = vsphereFacts().site;
  writeFileSync(file, JSON.stringify({ site: { siteId: 'x', name: 'y', hosts, datastores: null } }));
  const root = { recordSiteFacts: () => ({ site, userErrors: [] }) };
  expect((await run(root, 'site', 'record', 'vc-b', '--from', file)).out).toBe('recorded hosts of vc-b\n');
  const sections = [{ section: 'HOSTS', observedAt: hosts?.observedAt, entries: JSON.stringify(hosts?.entries) }];
  expect(service?.seen.at(-1)?.variables['input']).toEqual({ site: 'vc-b', kind: null, sections });
});
