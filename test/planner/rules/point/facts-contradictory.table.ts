// Goal: contradictory facts are never trusted
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts, withDisks, withPoint } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { factsContradictory } from '../../../../src/planner/rules/point/facts-contradictory.js';

ruleTable(factsContradictory, [
  {
    name: 'fires on a point from the future',
    facts: withPoint(healthyFacts(), { capturedAt: '2026-05-04T03:10:00.001Z' }),
    subjects: ['vm'],
  },
  {
    name: 'silent on a point of this very moment',
    facts: withPoint(healthyFacts(), { capturedAt: '2026-05-04T03:10:00.000Z' }),
    subjects: [],
  },
  {
    name: 'fires on a moment that is none',
    facts: withPoint(healthyFacts(), { capturedAt: '2026-02-30T00:00:00.000Z' }),
    subjects: ['vm'],
  },
  {
    name: 'fires on two disks with one key',
    facts: withDisks(healthyFacts(), {}, {}, { deviceKey: 2001 }),
    subjects: ['disk:2000'],
  },
  {
    name: 'fires on a negative capacity, that disk only',
    facts: withDisks(healthyFacts(), { capacityBytes: -512, dataBytes: null }, { deviceKey: 2001 }),
    subjects: ['disk:2000'],
  },
  {
    name: 'fires on half a sector',
    facts: withDisks(healthyFacts(), { capacityBytes: 1_000_000, dataBytes: null }),
    subjects: ['disk:2000'],
  },
  {
    name: 'silent on one sector',
    facts: withDisks(healthyFacts(), { capacityBytes: 512, dataBytes: 512 }),
    subjects: [],
  },
  {
    name: 'fires on more data than capacity',
    facts: withDisks(healthyFacts(), { dataBytes: 67_108_865 }),
    subjects: ['disk:2000'],
  },
  {
    name: 'fires on captured blocks without an index',
    facts: withDisks(healthyFacts(), { indexHash: null }),
    subjects: ['disk:2000'],
  },
]);
