import type { VsphereFacts } from '../../src/planner/facts.js';
import type { KeyProviderFact, KeyServerFact, KeyStatusFact } from '../../src/planner/facts/keys.js';
import type { TargetMachineFact } from '../../src/planner/facts/machine.js';
import type { Section } from '../../src/planner/facts/section.js';
import type { HostFact, StoragePolicyFact } from '../../src/planner/facts/site.js';
import type { PointDiskFact, PointMachineFact, VspherePointFact } from '../../src/planner/facts/vsphere-point.js';

/** One thing that changes in the facts of a restore. */
export interface FactChange {
  readonly name: string;
  readonly apply: (facts: VsphereFacts) => VsphereFacts;
}

export function point(part: Partial<VspherePointFact>): FactChange['apply'] {
  return (facts) => ({ ...facts, restorePoint: { ...facts.restorePoint, ...part } });
}

export function pointMachine(part: Partial<PointMachineFact>): FactChange['apply'] {
  return (facts) => point({ machine: { ...facts.restorePoint.machine, ...part } })(facts);
}

export function lastDisk(part: Partial<PointDiskFact>): FactChange['apply'] {
  return (facts) => {
    const { disks } = facts.restorePoint;
    return point({ disks: disks.map((one, index) => (index === disks.length - 1 ? { ...one, ...part } : one)) })(facts);
  };
}

function entriesOf<Entry>(section: Section<Entry>, map: (entry: Entry) => Entry): Section<Entry> {
  return section === null ? null : { ...section, entries: section.entries.map(map) };
}

export function statuses(part: Partial<KeyStatusFact>): FactChange['apply'] {
  return ({ site, ...facts }) => ({
    ...facts,
    site: { ...site, keyStatuses: entriesOf(site.keyStatuses, (one) => ({ ...one, ...part })) },
  });
}

export function providers(part: Partial<KeyProviderFact>): FactChange['apply'] {
  return ({ site, ...facts }) => ({
    ...facts,
    site: { ...site, keyProviders: entriesOf(site.keyProviders, (one) => ({ ...one, ...part })) },
  });
}

export function servers(part: Partial<KeyServerFact>): FactChange['apply'] {
  return ({ site, ...facts }) => {
    const change = (one: KeyProviderFact): KeyProviderFact => {
      return { ...one, servers: one.servers.map((server) => ({ ...server, ...part })) };
    };
    return { ...facts, site: { ...site, keyProviders: entriesOf(site.keyProviders, change) } };
  };
}

export function policies(part: Partial<StoragePolicyFact>): FactChange['apply'] {
  return ({ site, ...facts }) => ({
    ...facts,
    site: { ...site, storagePolicies: entriesOf(site.storagePolicies, (one) => ({ ...one, ...part })) },
  });
}

export function hosts(part: Partial<HostFact>): FactChange['apply'] {
  return ({ site, ...facts }) => ({
    ...facts,
    site: { ...site, hosts: entriesOf(site.hosts, (one) => ({ ...one, ...part })) },
  });
}

export function target(part: Partial<TargetMachineFact>): FactChange['apply'] {
  return ({ site, ...facts }) => ({
    ...facts,
    site: { ...site, targetMachine: entriesOf(site.targetMachine, (one) => ({ ...one, ...part })) },
  });
}

export function item(name: string, state: 'NOT_CAPTURED' | 'UNKNOWN'): FactChange['apply'] {
  return (facts) => {
    const items = facts.restorePoint.items.map((one) =>
      one.item === name ? { ...one, state, observedAt: null } : one,
    );
    return point({ items })(facts);
  };
}

/** The provider becomes a native one that may or may not be that of the point. */
function native(keyDerivationId: string, part: Partial<KeyProviderFact>): FactChange['apply'] {
  return (facts) => {
    const key = { keyId: 'key-7', providerId: 'kmip-a', providerType: 'NATIVE' } as const;
    const disks = facts.restorePoint.disks.map((one) => ({ ...one, key }));
    const captured = point({ key, keyDerivationId, disks })(facts);
    return providers({ type: 'NATIVE', hasBackup: 'YES', keyDerivationId: 'd-1', ...part })(captured);
  };
}

const PAST = '2026-05-01T00:00:00.000Z';

const FAULTS: Readonly<Record<string, FactChange['apply']>> = {
  'key missing': statuses({ available: 'NO', reason: 'KeyStateMissingInKMS' }),
  'key unreachable': statuses({ available: 'NO', reason: 'KeyStateClusterUnreachable' }),
  'key not active': statuses({ available: 'NO', reason: 'KeyStateNotActiveOrEnabled' }),
  'key of a Trust Authority': statuses({ available: 'NO', reason: 'KeyStateManagedByTrustAuthority' }),
  'key of a word of tomorrow': statuses({ available: 'NO', reason: 'KeyStateOfTomorrow' }),
  'last disk has a key of its own, which is lost': (facts) => {
    const key = { keyId: 'key-8', providerId: 'kmip-a', providerType: 'STANDARD' } as const;
    const lost = { ...key, available: 'NO', reason: 'KeyStateMissingInKMS', hostIdsHolding: [] } as const;
    const { keyStatuses } = facts.site;
    const entries = [...(keyStatuses?.entries ?? []), lost].map(({ providerId, ...rest }) => ({ ...rest, providerId }));
    const told = keyStatuses === null ? null : { ...keyStatuses, entries };
    return lastDisk({ key })({ ...facts, site: { ...facts.site, keyStatuses: told } });
  },
  'provider of another name': providers({ providerId: 'kmip-b' }),
  'provider became native': providers({ type: 'NATIVE', hasBackup: 'YES', keyDerivationId: 'd-2' }),
  'no default provider': providers({ isDefault: 'NO' }),
  'native provider': native('d-1', {}),
  'another native provider': native('d-2', {}),
  'native provider without backup': native('d-1', { hasBackup: 'NO' }),
  'TPM required': providers({ tpmRequired: 'YES' }),
  'server red': servers({ status: 'red' }),
  'certificate of the server over': servers({ serverCertificateExpiresAt: PAST }),
  'certificate of the vCenter over': servers({ clientCertificateExpiresAt: PAST }),
  'server not trusted': servers({ clientTrustsServer: 'NO' }),
  'vCenter not trusted': servers({ serverTrustsClient: 'NO' }),
  'no server': providers({ servers: [] }),
  'policy does not encrypt': policies({ encrypts: 'NO' }),
  'policy of another name': policies({ name: 'Gold' }),
  'policy of another provider': policies({ keyProviderId: 'kmip-z' }),
  'no TPM': hosts({ tpm: 'NO' }),
  'host waits for its restart': hosts({ cryptoState: 'pendingIncapable' }),
  'Trust Authority, host not attested': (facts) =>
    hosts({ attestation: 'notAccepted' })(providers({ type: 'TRUST_AUTHORITY' })(facts)),
  'key id not captured': item('KEY_ID', 'NOT_CAPTURED'),
  'bundle not captured': item('ENCRYPTION_BUNDLE', 'NOT_CAPTURED'),
  'NVRAM not captured': item('NVRAM', 'NOT_CAPTURED'),
  'deep recrypt between': point({ recrypts: [{ kind: 'DEEP', at: '2026-05-04T01:05:00.000Z' }] }),
  'own boot keys': pointMachine({ secureBootKeys: 'CUSTOM' }),
  'hardware 13': point({ hardwareVersion: 13 }),
  BIOS: point({ firmware: 'BIOS' }),
  'a clear disk': lastDisk({ encryption: 'NOT_ENCRYPTED', key: null }),
  'present VM rekeyed': target({ key: { keyId: 'key-9', providerId: 'kmip-a', providerType: 'STANDARD' } }),
  'present VM with another bundle': target({ bundleSha256: 'c'.repeat(64) }),
  'present VM clear': target({ encryption: 'NOT_ENCRYPTED', key: null }),
  'present VM without vTPM': target({ vtpm: 'NOT_PRESENT' }),
  'present disks clear': (facts) => {
    const [there] = facts.site.targetMachine?.entries ?? [];
    const disks = there?.disks?.map((one) => ({ ...one, encryption: 'NOT_ENCRYPTED' as const, key: null })) ?? null;
    return target({ disks })(facts);
  },
  'privileges lacking': ({ site, ...facts }) => ({
    ...facts,
    site: { ...site, privileges: entriesOf(site.privileges, (one) => ({ ...one, held: 'NO' as const })) },
  }),
  'key server in the VM': ({ site, ...facts }) => {
    const service = {
      kind: 'KEY_SERVER',
      name: 'kms-1',
      vmInstanceUuid: facts.restorePoint.machine.instanceUuid,
      needs: [],
      running: 'YES',
    } as const;
    return { ...facts, site: { ...site, services: { observedAt: facts.now, entries: [service] } } };
  },
};

export const keyFaults: readonly FactChange[] = Object.entries(FAULTS).map(([name, apply]) => ({ name, apply }));
