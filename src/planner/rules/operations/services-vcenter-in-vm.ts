import { own } from '../citations.js';
import type { VsphereRule } from '../rule.js';

function sameVm(left: string | null, right: string | null): boolean {
  return left !== null && right !== null && left.toLowerCase() === right.toLowerCase();
}

export const servicesVcenterInVm: VsphereRule = {
  kind: 'FINDING',
  id: 'services.vcenter-in-this-vm',
  grade: 'BLOCKS_UNTIL',
  effect: 'BLOCKS',
  title: 'The vCenter that the restore goes through runs in this VM and is down',
  statements: [],
  citation: own('When all is lost together'),
  remedy: 'Restore the disks into local files (reinstate extract needs no service), or to a host directly.',
  check: ({ site, point, target }) => {
    const { instanceUuid, serviceNames } = point.machine;
    if (target.mode === 'IN_PLACE' || site.kind !== 'VCENTER') return [];
    return (site.services?.list ?? [])
      .filter(({ kind, running }) => kind === 'VCENTER' && running !== 'YES')
      .filter(({ name, vmInstanceUuid }) => serviceNames.includes(name) || sameVm(vmInstanceUuid, instanceUuid))
      .map(({ name }) => ({
        subject: 'vm',
        explanation: `${name} runs in ${point.vmName}: it cannot bring itself back.`,
      }));
  },
};
