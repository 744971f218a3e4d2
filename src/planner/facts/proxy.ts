import type { Transport } from '../../domain/words.js';
import type { ExecutorFact } from '../facts.js';
import type { Answer, OpenWord, Section } from './section.js';

/** An executor as a proxy of vSphere disks. `observedAt` of the executor is the age of all of it. */
export interface ProxyExecutorFact extends ExecutorFact {
  readonly proxy: ProxyFact;
}

export interface ProxyFact {
  readonly machine: 'PHYSICAL' | 'VIRTUAL' | 'UNKNOWN';
  /** Where it runs; null unless VIRTUAL and told. */
  readonly virtualMachine: ProxyMachineFact | null;
  readonly operatingSystem: 'LINUX' | 'WINDOWS' | 'UNKNOWN';
  readonly windows: WindowsProxyFact | null;
  /** One entry per transport that the executor told of; a transport without one is unknown. */
  readonly transports: readonly ProxyTransportFact[];
  /** `8.0.3`; null without the library. */
  readonly vddkVersion: string | null;
  /** LUNs that it sees with what it may do to them; null when it did not look. */
  readonly luns: readonly ProxyLunFact[] | null;
  /** LUNs that its library may use by SAN; null when the list is not set, which allows all but NVMe over fabrics. */
  readonly sanAllowList: readonly string[] | null;
  /** Time-outs of the NFC sessions in the library's configuration. */
  readonly nfcTimeouts: 'SET' | 'OFF' | 'UNKNOWN';
  /** Whether it reaches the site on 443, and its hosts on 902. */
  readonly reachesSite: Answer;
  readonly reachesHostData: Answer;
  /** Whether it reaches the hosts on 443, where the device addresses of a lease (HttpNfcLease.info.deviceUrl) point. */
  readonly reachesHostWeb: Answer;
  /** Whether host names resolve both ways there. */
  readonly namesResolve: Answer;
  /** What it measured itself; empty when it never moved a disk. */
  readonly rates: readonly MeasuredRateFact[];
}

export interface ProxyMachineFact {
  readonly siteId: string | null;
  readonly instanceUuid: string | null;
  readonly hostId: string | null;
  readonly datacenterId: string | null;
  /** Datastores of its disks; null when not told. */
  readonly datastoreIds: readonly string[] | null;
  readonly encrypted: Answer;
  /** Ascending by bus number; null when not told. */
  readonly controllers: readonly ProxyControllerFact[] | null;
  /** Datastores that its host reaches; null when not told. */
  readonly reachableDatastoreIds: readonly string[] | null;
}

export interface ProxyControllerFact {
  /** vim25 class, `ParaVirtualSCSIController`. */
  readonly type: OpenWord;
  readonly busNumber: number;
  readonly freeSlots: number | null;
  /** Whether a disk of the proxy's own hangs on it: HotAdd wants one on bus 0. */
  readonly hasDisk: Answer;
}

export interface WindowsProxyFact {
  /** `2008`, `2008 R2`, `2022`. */
  readonly release: string | null;
  /** `Standard`, `Enterprise`, `Datacenter`. */
  readonly edition: string | null;
  /** `onlineAll`, `offlineShared`, `offlineAll`, `offlineInternal`; null when not read. */
  readonly sanPolicy: OpenWord | null;
  readonly automount: Answer;
}

export interface ProxyTransportFact {
  readonly transport: Transport;
  readonly available: Answer;
  /** Why not, or why nobody knows. */
  readonly reason: string | null;
}

export interface ProxyLunFact {
  /** Canonical name, as a datastore tells it. */
  readonly id: string;
  readonly readOnly: Answer;
  /** `FC`, `ISCSI`, `SAS`, `NVME_OF`. */
  readonly fabric: OpenWord | null;
}

export interface MeasuredRateFact {
  readonly transport: Transport;
  /** Null: over all. */
  readonly datastoreId: string | null;
  readonly minimumBytesPerSecond: number;
  readonly maximumBytesPerSecond: number;
  readonly measuredAt: string;
}

/** Streams that run now, of all jobs and executors, by host of the target. */
export type RunningStreams = Section<RunningStreamFact>;

export interface RunningStreamFact {
  readonly hostId: string;
  readonly transport: Transport;
  readonly streams: number;
}
