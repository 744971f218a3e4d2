import type { ProxyExecutorFact, ProxyFact, ProxyLunFact } from '../../src/planner/facts/proxy.js';
import { executorFact } from './facts-builder.js';

/** Of every VMFS datastore in the healthy facts. */
export const LUN = 'naa.6000000000000001';

/** A Linux VM on VMFS-6 with two PVSCSI controllers and room on both. */
export function hotaddProxy(proxy: Partial<ProxyFact>, change: Partial<ProxyExecutorFact> = {}): ProxyExecutorFact {
  return {
    ...executorFact({ name: 'hotadd-1' }),
    ...change,
    proxy: {
      machine: 'VIRTUAL',
      virtualMachine: {
        siteId: 'site-1',
        instanceUuid: '50000000-0000-0000-0000-000000000900',
        hostId: 'host-21',
        datacenterId: 'datacenter-2',
        datastoreIds: ['datastore-11'],
        encrypted: 'NO',
        controllers: [
          { type: 'ParaVirtualSCSIController', busNumber: 0, freeSlots: 14, hasDisk: 'YES' },
          { type: 'ParaVirtualSCSIController', busNumber: 1, freeSlots: 14, hasDisk: 'YES' },
        ],
        reachableDatastoreIds: ['datastore-11', 'datastore-12', 'datastore-13'],
      },
      ...PROXY,
      transports: offers('HOTADD', 'NBDSSL', 'NBD'),
      ...proxy,
    },
  };
}

/** A physical Linux machine that sees the LUN of every VMFS datastore. */
export function sanProxy(proxy: Partial<ProxyFact>, change: Partial<ProxyExecutorFact> = {}): ProxyExecutorFact {
  return {
    ...executorFact({ name: 'san-1' }),
    ...change,
    proxy: {
      machine: 'PHYSICAL',
      virtualMachine: null,
      ...PROXY,
      transports: offers('SAN', 'NBDSSL', 'NBD'),
      ...proxy,
    },
  };
}

const PROXY: Omit<ProxyFact, 'machine' | 'virtualMachine' | 'transports'> = {
  operatingSystem: 'LINUX',
  windows: null,
  vddkVersion: '8.0.3',
  luns: [{ id: LUN, readOnly: 'NO', fabric: 'FC' }],
  sanAllowList: null,
  nfcTimeouts: 'SET',
  reachesSite: 'YES',
  reachesHostData: 'YES',
  reachesHostWeb: 'YES',
  namesResolve: 'YES',
  rates: [],
};

/** Transports that it offers; all others it says it cannot use. */
export function offers(...names: readonly ProxyFact['transports'][number]['transport'][]): ProxyFact['transports'] {
  return (['SAN', 'HOTADD', 'NBDSSL', 'NBD', 'HTTP_NFC', 'DATASTORE_HTTP'] as const).map((transport) =>
    names.includes(transport)
      ? { transport, available: 'YES', reason: null }
      : { transport, available: 'NO', reason: 'its library does not offer it' },
  );
}

/** The virtual proxy with changes to the VM that it runs in. */
export function hotaddOn(
  change: Partial<NonNullable<ProxyFact['virtualMachine']>>,
  name = 'hotadd-1',
): ProxyExecutorFact {
  const standard = hotaddProxy({}).proxy.virtualMachine;
  if (standard === null) throw new Error('the HotAdd proxy is a virtual machine');
  return hotaddProxy({ virtualMachine: { ...standard, ...change } }, { name });
}

/** The LUN of every VMFS datastore, as a proxy sees it. */
export function lunFact(change: Partial<ProxyLunFact>): ProxyLunFact {
  return { id: LUN, readOnly: 'NO', fabric: 'FC', ...change };
}
