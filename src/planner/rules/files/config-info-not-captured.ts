import type { LocalFilesFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const configInfoNotCaptured: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'config-info.not-captured',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'The configuration of the VM was not captured',
  statements: ['S26'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'Do not make verbatim copies of configuration files',
    checked: '2026-11-22',
  },
  remedy: 'Rebuild the VM by hand, or choose a restore point with a ConfigInfo.',
  check: (facts) =>
    itemState(facts, 'CONFIG_INFO') === 'NOT_CAPTURED' || itemState(facts, 'CONFIG_INFO') === 'NOT_PRESENT'
      ? [
          {
            subject: 'vm',
            explanation: 'No ConfigInfo is kept with this restore point: the configuration does not come back.',
          },
        ]
      : [],
};
