// Goal: the target never leaves its location
// Method: a table of facts with the exact subjects that the rule must name, alone and in a whole plan.
import { healthyFacts } from '../../facts-builder.js';
import { ruleTable } from '../../rule-table.js';
import { targetFolderNotPlain } from '../../../../src/planner/rules/files/target-folder-not-plain.js';

ruleTable(targetFolderNotPlain, [
  {
    name: 'fires on a step up',
    facts: {
      ...healthyFacts(),
      request: {
        ...healthyFacts().request,
        target: { kind: 'LOCAL_FILES', location: 'restores', folder: 'a/../../b', diskFormat: 'RAW_SPARSE' },
      },
    },
    subjects: ['location:restores'],
  },
  {
    name: 'fires on an absolute path',
    facts: {
      ...healthyFacts(),
      request: {
        ...healthyFacts().request,
        target: { kind: 'LOCAL_FILES', location: 'restores', folder: '/etc', diskFormat: 'RAW_SPARSE' },
      },
    },
    subjects: ['location:restores'],
  },
  {
    name: 'fires on nothing',
    facts: {
      ...healthyFacts(),
      request: {
        ...healthyFacts().request,
        target: { kind: 'LOCAL_FILES', location: 'restores', folder: '', diskFormat: 'RAW_SPARSE' },
      },
    },
    subjects: ['location:restores'],
  },
  {
    name: 'fires on a backslash',
    facts: {
      ...healthyFacts(),
      request: {
        ...healthyFacts().request,
        target: { kind: 'LOCAL_FILES', location: 'restores', folder: 'a\\b', diskFormat: 'RAW_SPARSE' },
      },
    },
    subjects: ['location:restores'],
  },
  {
    name: 'fires on a NUL',
    facts: {
      ...healthyFacts(),
      request: {
        ...healthyFacts().request,
        target: { kind: 'LOCAL_FILES', location: 'restores', folder: 'a\u0000b', diskFormat: 'RAW_SPARSE' },
      },
    },
    subjects: ['location:restores'],
  },
  {
    name: 'fires on a name of 256 bytes',
    facts: {
      ...healthyFacts(),
      request: {
        ...healthyFacts().request,
        target: { kind: 'LOCAL_FILES', location: 'restores', folder: 'é'.repeat(128), diskFormat: 'RAW_SPARSE' },
      },
    },
    subjects: ['location:restores'],
  },
  {
    name: 'silent on a name of 255 bytes',
    facts: {
      ...healthyFacts(),
      request: {
        ...healthyFacts().request,
        target: { kind: 'LOCAL_FILES', location: 'restores', folder: `${'é'.repeat(127)}a`, diskFormat: 'RAW_SPARSE' },
      },
    },
    subjects: [],
  },
  {
    name: 'silent on plain names',
    facts: {
      ...healthyFacts(),
      request: {
        ...healthyFacts().request,
        target: { kind: 'LOCAL_FILES', location: 'restores', folder: 'a/b c/d..e', diskFormat: 'RAW_SPARSE' },
      },
    },
    subjects: [],
  },
]);
