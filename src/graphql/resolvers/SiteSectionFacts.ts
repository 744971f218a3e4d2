import { addSeconds } from '../../domain/time.js';
import type { SiteSectionFactsResolvers } from '../generated/resolver-types.js';

export const SiteSectionFacts: SiteSectionFactsResolvers = {
  stale: async ({ observedAt }, _args, { loaders }) => {
    const [{ now }, { factAgeMaxSeconds }] = await Promise.all([
      loaders.executorSurvey.load(''),
      loaders.planningPolicy.load(''),
    ]);
    return observedAt < addSeconds(now, -factAgeMaxSeconds);
  },
  entries: async ({ siteId, section }, _args, { loaders }) => {
    const documents = await loaders.factsOfSite.load(siteId);
    return JSON.stringify(documents.find((one) => one.section === section)?.entries ?? []);
  },
};
