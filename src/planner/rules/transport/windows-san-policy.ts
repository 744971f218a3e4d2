import { windowsSanProxies } from '../../vsphere/used-executors.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const windowsSanPolicy: VsphereRule = {
  kind: 'FINDING',
  id: 'windows.san-policy',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'The SAN policy of a Windows proxy is not onlineAll',
  statements: ['S10'],
  citation: tips('For a Windows Server proxy, set SAN policy to onlineAll'),
  remedy: 'The plan sets it with diskpart; set it for good when the proxy serves no other purpose.',
  check: ({ ways }) =>
    windowsSanProxies(ways).flatMap((executor) => {
      const policy = executor.fact.proxy.windows?.sanPolicy ?? null;
      if (policy === null || policy.toLowerCase() === 'onlineall') return [];
      return [{ subject: executor.subject, explanation: `SAN policy of proxy ${executor.name} is ${policy}.` }];
    }),
};
