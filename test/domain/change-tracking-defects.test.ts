// Goal: captures in the window of a published defect of change tracking are found, others are left alone.
// Method: a table of circumstances with the exact ids.
import { expect, test } from '@jest/globals';
import { defectsCovering } from '../../src/domain/change-tracking-defects.js';

const SOUND = {
  hostVersion: '8.0.3',
  hostBuild: 24_022_510,
  grownPast128GiB: false,
  toolName: null,
  toolVersion: null,
};

test.each([
  ['a capture of today', SOUND, []],
  ['nothing told', { ...SOUND, hostVersion: null, hostBuild: null, grownPast128GiB: null }, []],
  ['grown on 5.5', { ...SOUND, hostVersion: '5.5.0', grownPast128GiB: true }, ['grown-past-128-gib']],
  ['perhaps grown on 4.1', { ...SOUND, hostVersion: '4.1.0', grownPast128GiB: null }, ['grown-past-128-gib']],
  ['not grown on 5.5', { ...SOUND, hostVersion: '5.5.0' }, []],
  ['6.0 before the patch', { ...SOUND, hostVersion: '6.0.0', hostBuild: 3_247_719 }, ['esxi-6.0-consolidation']],
  ['6.0 with the patch', { ...SOUND, hostVersion: '6.0.0', hostBuild: 3_247_720 }, []],
  ['6.0 of unknown build', { ...SOUND, hostVersion: '6.0.0', hostBuild: null }, ['esxi-6.0-consolidation']],
  ['Bareos 24.0.0', { ...SOUND, toolName: 'bareos', toolVersion: [24, 0, 0] }, ['bareos-pages']],
  ['Bareos 24.0.1', { ...SOUND, toolName: 'bareos', toolVersion: [24, 0, 1] }, []],
  ['Bareos of unknown version', { ...SOUND, toolName: 'bareos', toolVersion: null }, ['bareos-pages']],
  ['another tool', { ...SOUND, toolName: 'other', toolVersion: [1, 0, 0] }, []],
] as const)('%s', (_name, capture, ids) => {
  expect(defectsCovering(capture)).toEqual(ids);
});
