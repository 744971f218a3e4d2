import type { LocalFilesFacts } from '../../facts.js';
import { itemState } from '../../item-state.js';
import type { FindingRule } from '../rule.js';

export const configInfoIncomplete: FindingRule<LocalFilesFacts> = {
  kind: 'FINDING',
  id: 'config-info.incomplete',
  grade: 'WARNS',
  effect: 'LOSS',
  title: 'The configuration of the VM is kept, but not whole',
  statements: ['S26'],
  citation: {
    source: 'VMware VDDK programming guide, tips and best practices',
    section: 'Do not make verbatim copies of configuration files',
    checked: '2026-11-22',
  },
  remedy:
    'Read in its captured items which parts are missing; capture or record the point again with a complete ConfigInfo.',
  check: (facts) =>
    itemState(facts, 'CONFIG_INFO') === 'UNKNOWN'
      ? [
          {
            subject: 'vm',
            explanation:
              'The ConfigInfo kept with this point is not known to be whole: a VM built from it may lack parts.',
          },
        ]
      : [],
};
