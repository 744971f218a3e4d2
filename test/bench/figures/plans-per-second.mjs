import { note } from '../machine-load.mjs';
import { fleetFacts, ratePerSecond } from '../planner-facts.mjs';

export const figure = {
  id: 'plans-per-second',
  title: 'restores into vSphere decided a second on one core: four disks, six executors, twenty datastores',
  unit: 'plans/s',
  better: 'higher',
  must: 5000,
  aim: 10000,
  measure: async () => {
    const { decideVsphere } = await import('../../../dist/planner/plan-restore.js');
    const facts = await fleetFacts(2000);
    const verdicts = {};
    for (const one of facts) {
      const { verdict } = decideVsphere(one);
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    }
    note(`verdicts ${JSON.stringify(verdicts)}`);
    return ratePerSecond(facts, decideVsphere);
  },
};
