/**
 * Batches what one request reads: each kind of thing is one statement, however many objects of the answer ask for it.
 */
import DataLoader from 'dataloader';
import type { Page, PageRequest } from '../ports/page.js';
import { readPlanningPolicy } from '../usecases/set-planning-policy.js';
import type { ApiPorts } from './context.js';

export type Loaders = ReturnType<typeof makeLoaders>;

type ReadPorts = Pick<
  ApiPorts,
  'sites' | 'vms' | 'executors' | 'restorePoints' | 'plans' | 'planningFacts' | 'policy' | 'operations' | 'tokens'
>;

/** @param signal nothing is read any more once it is aborted */
export function makeLoaders(ports: ReadPorts, signal: AbortSignal) {
  const { sites, vms, executors, restorePoints, plans, planningFacts, operations, tokens } = ports;
  const byId = <Found>(load: (ids: readonly string[]) => Promise<readonly Found[]>) =>
    new DataLoader<string, Found>(async (ids) => {
      signal.throwIfAborted();
      return load(ids);
    });
  const byPage = <Node>(load: (ids: readonly string[], page: PageRequest) => Promise<readonly Page<Node>[]>) =>
    pageLoader(load, signal);
  return {
    site: byId((ids) => sites.loadSites(ids)),
    vm: byId((ids) => vms.loadVms(ids)),
    executor: byId((ids) => executors.loadExecutors(ids)),
    /** All executors, and the time by the clock that they and plans go by; the key is always the empty text. */
    executorSurvey: byId(async (keys) => {
      const survey = await executors.surveyExecutors();
      return keys.map(() => survey);
    }),
    restorePoint: byId((ids) => restorePoints.loadRestorePoints(ids)),
    /** What the customer allows; the key is always the empty text. */
    planningPolicy: byId(async (keys) => {
      const policy = await readPlanningPolicy(ports);
      return keys.map(() => policy);
    }),
    sectionsOfSite: byId((ids) => planningFacts.loadSiteSections(ids)),
    /** Large: one statement for each site. */
    factsOfSite: byId((ids) => Promise.all(ids.map((id) => planningFacts.loadSiteFacts(id)))),
    approvalsOfPlan: byId((ids) => plans.loadApprovals(ids)),
    restorePlan: byId((ids) => plans.loadPlans(ids)),
    accessToken: byId((ids) => tokens.loadTokens(ids)),
    operation: byId((ids) => operations.loadOperations(ids)),

    vmsOfSite: byPage((ids, page) => vms.pageVmsOfSites(ids, page)),
    vmCountOfSite: byId((ids) => vms.countVmsOfSites(ids)),
    restorePointsOfVm: byPage((ids, page) => restorePoints.pageRestorePointsOfVms(ids, page)),
    restorePointCountOfVm: byId((ids) => restorePoints.countRestorePointsOfVms(ids)),
    newestRestorePointOfVm: byId((ids) => restorePoints.loadNewestRestorePoints(ids)),

    disksOfRestorePoint: byId((ids) => restorePoints.loadDisks(ids)),
    itemsOfRestorePoint: byId((ids) => restorePoints.loadCapturedItems(ids)),
    documentOfRestorePoint: byId((ids) => restorePoints.loadDocumentSummaries(ids)),
    newestOperationOfRestorePoint: byId((ids) => operations.loadNewestOperationsOfRestorePoints(ids)),

    operationsOfPlan: byPage((ids, page) => operations.pageOperationsOfPlans(ids, page)),
    operationCountOfPlan: byId((ids) => operations.countOperationsOfPlans(ids)),
    eventsOfOperation: byPage((ids, page) => operations.pageEventsOfOperations(ids, page)),
    eventCountOfOperation: byId((ids) => operations.countEventsOfOperations(ids)),
    disksOfOperation: byId((ids) => operations.loadOperationDisks(ids)),
  };
}

export interface PageKey extends PageRequest {
  readonly id: string;
}

/** Keys with the same page size and cursor go into one statement. */
function pageLoader<Node>(
  load: (ids: readonly string[], page: PageRequest) => Promise<readonly Page<Node>[]>,
  signal: AbortSignal,
): DataLoader<PageKey, Page<Node>, string> {
  const batch = async (keys: readonly PageKey[]): Promise<Page<Node>[]> => {
    signal.throwIfAborted();
    const groups = new Map<string, PageKey[]>();
    for (const key of keys) {
      const name = JSON.stringify([key.first, key.after]);
      groups.set(name, [...(groups.get(name) ?? []), key]);
    }
    const found = new Map<PageKey, Page<Node>>();
    for (const group of groups.values()) {
      const [{ first, after }] = group as [PageKey];
      const pages = await load(
        group.map(({ id }) => id),
        { first, after },
      );
      group.forEach((key, position) => {
        found.set(key, pages[position] as Page<Node>);
      });
    }
    return keys.map((key) => found.get(key) as Page<Node>);
  };
  return new DataLoader(batch, { cacheKeyFn: ({ id, first, after }) => JSON.stringify([id, first, after]) });
}
