import { fleetFacts, ratePerSecond } from '../planner-facts.mjs';

export const figure = {
  id: 'digested-plans-per-second',
  title: 'the same with the digest of each plan',
  unit: 'plans/s',
  better: 'higher',
  must: 1500,
  aim: 3000,
  measure: async () => {
    const { planRestore } = await import('../../../dist/planner/plan-restore.js');
    return ratePerSecond(await fleetFacts(2000), planRestore);
  },
};
