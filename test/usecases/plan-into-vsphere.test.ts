/**
 * Goal: a plan into vSphere is made from what the catalog keeps of point, site, proxies and policy, stays the same from
 * the same facts, and is never executed while nothing can execute it.
 * Method: the use cases over the real stores on PostgreSQL. The site is the healthy one of the planner's tests,
 * recorded as another program would, section by section as JSON text.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { factDocuments } from '../../src/adapters/facts-documents/fact-documents.js';
import { SITE_SECTIONS } from '../../src/domain/planning-records.js';
import type { SiteSection } from '../../src/domain/planning-records.js';
import { isVsphereFacts } from '../../src/planner/facts.js';
import type { SiteFacts } from '../../src/planner/facts/site.js';
import { planRestore as decide } from '../../src/planner/plan-restore.js';
import { approvePlan } from '../../src/usecases/approve-plan.js';
import { captureRestorePoint } from '../../src/usecases/capture-restore-point.js';
import { executePlan } from '../../src/usecases/execute-plan.js';
import { comparePlans, planDocument, planOf, planText, vspherePlanOf } from '../../src/usecases/plan-document.js';
import { planRestore } from '../../src/usecases/plan-restore.js';
import type { PlanRestoreInput } from '../../src/usecases/plan-restore.js';
import { recordProxyFacts } from '../../src/usecases/record-proxy-facts.js';
import { recordSiteFacts } from '../../src/usecases/record-site-facts.js';
import { readPlanningPolicy, setPlanningPolicy } from '../../src/usecases/set-planning-policy.js';
import { SECTION_NAMES } from '../../src/usecases/site-facts.js';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import { hotaddProxy, vsphereFacts } from '../planner/vsphere-facts.js';
import {
  completeCapture,
  estateImages,
  estateMetadata,
  insertExecutor,
  NOW,
  openCatalogFixture,
  operator,
} from '../support/catalog/catalog-fixture.js';
import type { CatalogFixture } from '../support/catalog/catalog-fixture.js';

/** The guest of the estate's machine runs there. */
const SITE = vsphereFacts({ hosts: [{ guestIds: ['debian12Guest'] }] }).site;
const SEEN = '2026-05-04T03:00:00.000Z';
const approver = { ...operator, tokenId: '01900000-0000-7000-8000-000000000002', name: 'second pair of eyes' };
let fixture: CatalogFixture;
let ports: CatalogFixture['ports'] & {
  readonly factDocuments: typeof factDocuments;
  readonly planningFacts: CatalogFixture['catalog']['planningFacts'];
};
let restorePointId: string;
let siteId: string;

beforeAll(async () => {
  fixture = await openCatalogFixture();
  ports = { ...fixture.ports, factDocuments, planningFacts: fixture.catalog.planningFacts };
  await insertExecutor(fixture.sql, { name: 'proxy-1' });
  const input = { metadata: estateMetadata(0, 0), disks: estateImages(0), idempotencyKey: 'one' };
  const captured = await captureRestorePoint(ports, operator, input);
  restorePointId = captured.restorePoint?.id ?? '';
  await completeCapture(fixture.sql, restorePointId);
  const recorded = await record(sectionsOf(SITE));
  siteId = recorded.site?.id ?? '';
  const proxy = JSON.stringify(hotaddProxy({}).proxy).replaceAll('site-1', 'vc-b');
  await recordProxyFacts(ports, operator, { executor: 'proxy-1', observedAt: SEEN, proxy });
});
afterAll(() => fixture.close());

function sectionsOf(site: SiteFacts, observedAt = SEEN) {
  return SITE_SECTIONS.flatMap((section) => {
    const told = site[SECTION_NAMES[section]];
    return told === null ? [] : [{ section, observedAt, entries: JSON.stringify(told.entries) }];
  });
}

function record(sections: { section: SiteSection; observedAt: string; entries: string }[], site = 'vc-b') {
  return recordSiteFacts(ports, operator, { site, kind: 'VCENTER', sections });
}

function intoNewVm(changes: object = {}): PlanRestoreInput {
  const target = { mode: 'NEW_VM', siteId, purpose: 'REPLACEMENT', name: 'back', datastore: 'vmfs-a', ...changes };
  return { restorePoint: { restorePointId }, target: { vsphere: target as never } };
}

async function newPlan(input = intoNewVm()) {
  const { plan, facts, userErrors } = await planRestore(ports, operator, input);
  if (plan === null || facts === null) throw new Error(JSON.stringify(userErrors));
  return { plan, facts };
}

describe('facts of a site', () => {
  test('are kept by section with their age, and read as they came', async () => {
    const kept = await fixture.catalog.planningFacts.loadSiteFacts(siteId);
    const given = sectionsOf(SITE);
    expect(kept).toEqual(given.map((one) => ({ ...one, entries: JSON.parse(one.entries) })));
    const [ages] = await fixture.catalog.planningFacts.loadSiteSections([siteId]);
    expect(ages?.find(({ section }) => section === 'DATASTORES')).toEqual({
      siteId,
      section: 'DATASTORES',
      observedAt: SEEN,
      recordedAt: expect.any(String),
      recordedBy: 'operator',
      entryCount: 1,
    });
  });

  test('an older observation does not replace a newer one, and is told', async () => {
    const older = await record([{ section: 'HOSTS', observedAt: '2026-05-04T02:00:00.000Z', entries: '[]' }]);
    expect(older.userErrors.map(({ code, severity }) => [code, severity])).toEqual([['FACTS_OUTDATED', 'WARNING']]);
    const [ages] = await fixture.catalog.planningFacts.loadSiteSections([siteId]);
    expect(ages?.find(({ section }) => section === 'HOSTS')).toMatchObject({ observedAt: SEEN, entryCount: 1 });
  });

  const refused: [string, string, string, string][] = [
    ['text that is no JSON', 'HOSTS', '[', 'The document is not JSON.'],
    ['no list', 'HOSTS', '{}', 'the document: Invalid input: expected array, received object'],
    [
      'a key that the planner does not know',
      'PRIVILEGES',
      '[{"privilege":"a","held":"YES","password":"canary"}]',
      '0: Unrecognized key: "password"',
    ],
    [
      'a word of a closed list that is none of it',
      'PRIVILEGES',
      '[{"privilege":"a","held":"canary"}]',
      '0.held: Invalid option: expected one of "YES"|"NO"|"UNKNOWN"',
    ],
    [
      'a NUL character',
      'PRIVILEGES',
      '[{"privilege":"a\\u0000","held":"YES"}]',
      'The document holds a NUL character or half a surrogate pair, which cannot be kept as text.',
    ],
  ];
  test.each(refused)('%s is refused, and no value is quoted', async (_title, section, entries, message) => {
    const { site, userErrors } = await record([{ section: section as SiteSection, observedAt: SEEN, entries }]);
    expect([site, userErrors.map((one) => one.message)]).toEqual([null, [message]]);
    expect(JSON.stringify(userErrors)).not.toContain('canary');
  });

  test('a moment in the future is refused; a little clock skew becomes now', async () => {
    const at = (observedAt: string) => record([{ section: 'ABOUT', observedAt, entries: '[]' }], 'vc-skew');
    expect((await at('2026-05-04T04:00:00.000Z')).userErrors.map(({ path }) => path)).toEqual([
      ['sections', '0', 'observedAt'],
    ]);
    const { site } = await at('2026-05-04T03:02:31.000Z');
    const [ages] = await fixture.catalog.planningFacts.loadSiteSections([site?.id ?? '']);
    expect(ages?.map(({ observedAt }) => observedAt)).toEqual([NOW]);
  });
});

describe('a plan into vSphere', () => {
  test('is made from the stored facts: names become ids, and a disk has its way', async () => {
    const { plan, facts } = await newPlan();
    const decided = vspherePlanOf(plan);
    expect(decided?.placement).toMatchObject({
      siteId,
      siteName: 'vc-b',
      hostId: 'host-21',
      homeDatastoreId: 'datastore-11',
    });
    expect(decided?.disks.map(({ transport, executor }) => [transport, executor])).toEqual([['HOTADD', 'proxy-1']]);
    expect(isVsphereFacts(facts) && facts.executors[0]?.proxy.virtualMachine?.siteId).toBe(siteId);
    expect(planText(plan)).toContain('vc-b');
  });

  test('comes out the same byte for byte from its facts alone', async () => {
    const { plan, facts } = await newPlan();
    const again = decide(JSON.parse(JSON.stringify(facts)));
    expect(canonicalJson(again)).toBe(planDocument(plan));
    const [stored] = await fixture.catalog.plans.loadPlans([plan.id]);
    expect(stored && planDocument(stored)).toBe(planDocument(plan));
  });

  test('takes as many statements for one disk as for many', async () => {
    fixture.takeStatements();
    await newPlan();
    expect(fixture.takeStatements().length).toBe(14);
  });

  test('a name that two things have is refused with their ids; one that nothing has is told by the plan', async () => {
    const two = vsphereFacts({ datastores: [{ name: 'same' }, { name: 'same' }] }).site;
    const { site } = await record(sectionsOf(two), 'vc-twins');
    const refusedPlan = await planRestore(ports, operator, intoNewVm({ siteId: site?.id, datastore: 'same' }));
    expect(refusedPlan.userErrors).toMatchObject([
      { code: 'INVALID_INPUT', path: ['target', 'vsphereNewVm', 'datastore'] },
    ]);
    expect(refusedPlan.userErrors[0]?.remedy).toBe('Give the id: datastore-11, datastore-12.');
    const { plan } = await newPlan(intoNewVm({ datastore: 'nowhere' }));
    expect(planOf(plan).findings.map(({ ruleId }) => ruleId)).toContain('site.facts-contradictory');
  });

  test('facts older than the policy allows give UNKNOWN, also those of a proxy', async () => {
    await setPlanningPolicy(ports, operator, { factAgeMaxSeconds: 60 });
    try {
      const { plan, facts } = await newPlan();
      expect(plan.verdict).toBe('UNKNOWN');
      expect(isVsphereFacts(facts) && facts.executors[0]?.proxy.machine).toBe('UNKNOWN');
    } finally {
      await setPlanningPolicy(ports, operator, {});
    }
    expect(await readPlanningPolicy(ports)).toEqual(ports.policy);
  });

  test('a site of which nobody told anything gives UNKNOWN, not an error', async () => {
    const { site } = await record([{ section: 'PRIVILEGES', observedAt: SEEN, entries: '[]' }], 'vc-silent');
    const { plan } = await newPlan(intoNewVm({ siteId: site?.id }));
    expect(plan.verdict).toBe('UNKNOWN');
  });

  test('in place reads the VM that was looked at closely, and nothing of another one', async () => {
    const inPlace = (vm: string): PlanRestoreInput => {
      const target = { mode: 'IN_PLACE' as const, siteId, vm, purpose: 'REPLACEMENT' as const };
      return { restorePoint: { restorePointId }, target: { vsphere: target } };
    };
    const { facts } = await newPlan(inPlace('vm-999'));
    expect(isVsphereFacts(facts) && facts.site.targetMachine).toBe(null);
    expect(isVsphereFacts(facts) && facts.request.target.machineId).toBe('vm-999');
  });
});

describe('what becomes of a plan', () => {
  test('execution is refused as data while nothing carries it out, and nothing is queued', async () => {
    const { plan } = await newPlan();
    // What this point does not tell makes it UNKNOWN; the refusal under test comes after a good verdict.
    const good = { ...plan, id: ports.ids.newId(), verdict: 'RESTORABLE' as const };
    const audit = { actor: 'test', action: 'restorePlan.create', subjectType: 'RestorePlan' as const, detail: {} };
    await fixture.catalog.plans.savePlan(good, { ...audit, subjectId: good.id });
    const input = { planId: good.id, expectedDigest: good.digest, idempotencyKey: 'vsphere' };
    const handedOver = [...fixture.handedOver];
    const { operation, userErrors } = await executePlan(ports, operator, input);
    expect([operation, userErrors.map(({ code }) => code)]).toEqual([null, ['TARGET_NOT_SUPPORTED']]);
    expect(userErrors[0]?.remedy).toContain('by hand');
    const { rows } = await fixture.sql.query(`SELECT count(*) FROM operations WHERE kind = 'EXECUTE_PLAN'`);
    expect([rows[0].count, fixture.handedOver]).toEqual(['0', handedOver]);
  });

  test('is approved by somebody else than who made it, with its digest; once is enough for one name', async () => {
    const { plan } = await newPlan();
    const input = { planId: plan.id, expectedDigest: plan.digest };
    const codes = async (actor: typeof operator, digest = plan.digest) =>
      (await approvePlan(ports, actor, { ...input, expectedDigest: digest })).userErrors.map(({ code }) => code);
    expect(await codes(operator)).toEqual(['APPROVAL_REFUSED']);
    expect(await codes(approver, '0'.repeat(64))).toEqual(['DIGEST_MISMATCH']);
    expect(await codes(approver)).toEqual([]);
    expect(await codes(approver)).toEqual([]);
    const [approvals] = await fixture.catalog.plans.loadApprovals([plan.id]);
    expect(approvals?.map(({ approvedBy }) => approvedBy)).toEqual([approver.name]);
  });

  test('a plan into local files waits for the approvals that the policy wants', async () => {
    await setPlanningPolicy(ports, operator, { approvalsNeeded: 1 });
    try {
      const target = { localFiles: { location: 'restores', folder: 'approved' } };
      const { plan } = await newPlan({ restorePoint: { restorePointId }, target });
      const execute = async () =>
        executePlan(ports, operator, { planId: plan.id, expectedDigest: plan.digest, idempotencyKey: 'approved' });
      expect((await execute()).userErrors.map(({ code }) => code)).toEqual(['APPROVAL_MISSING']);
      await approvePlan(ports, approver, { planId: plan.id, expectedDigest: plan.digest });
      expect((await execute()).operation?.state).toBe('QUEUED');
    } finally {
      await setPlanningPolicy(ports, operator, {});
    }
  });

  test('two plans are compared by what they decide', async () => {
    const { plan } = await newPlan();
    const { plan: same } = await newPlan();
    expect(comparePlans(plan, same)).toEqual({ same: true, changes: [] });
    const { plan: elsewhere } = await newPlan(intoNewVm({ datastore: 'nowhere' }));
    const { same: isSame, changes } = comparePlans(plan, elsewhere);
    expect([isSame, changes.some((change) => change.endsWith('(site.facts-contradictory)'))]).toEqual([false, true]);
  });
});
