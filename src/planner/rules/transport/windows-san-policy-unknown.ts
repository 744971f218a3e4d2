import { windowsSanProxies } from '../../vsphere/used-executors.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const windowsSanPolicyUnknown: VsphereRule = {
  kind: 'FINDING',
  id: 'windows.san-policy-unknown',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The SAN policy of a Windows proxy was not read',
  statements: ['S10'],
  citation: tips('For a Windows Server proxy, set SAN policy to onlineAll'),
  remedy: 'The plan sets it to onlineAll with diskpart, whatever it is.',
  check: ({ ways }) =>
    windowsSanProxies(ways)
      .filter(({ fact }) => (fact.proxy.windows?.sanPolicy ?? null) === null)
      .map((executor) => ({
        subject: executor.subject,
        explanation: `SAN policy of proxy ${executor.name} is not known.`,
      })),
};
