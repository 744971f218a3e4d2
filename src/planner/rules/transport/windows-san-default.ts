import { windowsSanProxies } from '../../vsphere/used-executors.js';
import { tips } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const windowsSanDefault: VsphereRule = {
  kind: 'FINDING',
  id: 'windows.san-default',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'This edition of Windows keeps SAN disks offline by default',
  statements: ['S13'],
  citation: tips('SAN policy varies by Windows Server 2008 edition'),
  remedy:
    'Set SAN policy onlineAll; vSphere mediates the storage, so that keeping its disks offline is ' + 'unnecessary.',
  check: ({ ways }) =>
    windowsSanProxies(ways).flatMap((executor) => {
      const { windows } = executor.fact.proxy;
      if (windows === null) return [];
      const { release, edition, sanPolicy } = windows;
      // The default is stated for this release alone; nothing is claimed for others.
      if (release !== '2008' || (edition !== 'Enterprise' && edition !== 'Datacenter')) return [];
      if (sanPolicy?.toLowerCase() === 'onlineall') return [];
      const explanation =
        `Proxy ${executor.name} runs Windows Server 2008 ${edition}: its default SAN policy ` + 'is offline.';
      return [{ subject: executor.subject, explanation }];
    }),
};
