import { addSeconds } from '../domain/time.js';
import type { KeyFact, VsphereFacts } from './facts.js';
import type { KeyProviderFact, KeyServerFact } from './facts/keys.js';
import type { TargetMachineFact } from './facts/machine.js';
import type { Consents } from './facts/vsphere-request.js';
import { anyServerUsable } from './vsphere/key-servers.js';

/** One thing that a person can do, and how the facts would look afterwards. */
export interface Change {
  readonly id: string;
  readonly text: string;
  readonly apply: (facts: VsphereFacts) => VsphereFacts;
}

/** Every change that is open for these facts, in a fixed order: consents, placement, keys, the VM to overwrite. */
export function changesFor(facts: VsphereFacts): Change[] {
  return [
    ...consentChanges(facts),
    ...placementChanges(facts),
    ...transportChanges(facts),
    ...keyChanges(facts),
    ...machineChanges(facts),
  ];
}

const CONSENTS: readonly (readonly [keyof Consents, string])[] = [
  ['rekey', 'Consent to new keys.'],
  ['leaveNvram', 'Consent to leaving the captured NVRAM behind.'],
  ['encrypt', 'Consent to encrypting what was clear.'],
  ['newVtpm', 'Ask for a new, empty virtual TPM.'],
  ['rdmAsDisk', 'Consent to raw device mappings coming back as plain disks.'],
  ['leaveExtraDisks', 'Consent to leaving disks alone that the point does not hold.'],
];

function consentChanges({ request }: VsphereFacts): Change[] {
  const { consents } = request.target;
  return CONSENTS.filter(([name]) => !consents[name]).map(([name, text]) => ({
    id: `consent.${name}`,
    text,
    apply: (facts) => withTarget(facts, { consents: { ...facts.request.target.consents, [name]: true } }),
  }));
}

function placementChanges({ request, site, restorePoint }: VsphereFacts): Change[] {
  const { target } = request;
  if (target.mode === 'IN_PLACE') return [];
  const changes: Change[] = [];
  if (target.placement.hostId !== null || target.placement.clusterId !== null) {
    changes.push({
      id: 'placement.any-host',
      text: `Let any host of ${site.name} take the VM.`,
      apply: (facts) => withPlacement(facts, { hostId: null, clusterId: null }),
    });
  }
  changes.push({
    id: 'placement.other-name',
    text: 'Choose a name that is not taken.',
    apply: (facts) => withPlacement(facts, { name: `${facts.request.target.placement.name}-restored` }),
  });
  for (const { id, name } of site.datastores?.entries ?? []) {
    changes.push({
      id: `placement.datastore:${id}`,
      text: `Place home and disks on datastore ${name}.`,
      apply: (facts) => withPlacement(facts, { homeDatastoreId: id, disks: [] }),
    });
  }
  if (restorePoint.machine.networkAdapters.length > 0) {
    changes.push({
      id: 'placement.disconnected',
      text: 'Restore the network adapters disconnected.',
      apply: (facts) => {
        const { networkAdapters } = facts.restorePoint.machine;
        return withPlacement(facts, {
          networks: networkAdapters.map(({ deviceKey }) => ({ deviceKey, networkId: null })),
        });
      },
    });
  }
  return changes;
}

function transportChanges({ request, policy }: VsphereFacts): Change[] {
  const preference = request.target.transportPreference ?? policy.transportPreference;
  const changes: Change[] = (['SAN', 'NBD'] as const)
    .filter((transport) => preference?.includes(transport) !== true)
    .map((transport) => ({
      id: `transport.ask-for:${transport}`,
      text:
        transport === 'SAN' ? 'Ask for SAN, slow as it is on thin disks.' : 'Ask for NBD, which sends data in clear.',
      apply: (facts) => withTarget(facts, { transportPreference: [...(preference ?? []), transport] }),
    }));
  if (preference !== null && preference.length > 0) {
    changes.push({
      id: 'transport.any',
      text: 'Drop the transport preference.',
      apply: (facts) => ({
        ...withTarget(facts, { transportPreference: null }),
        policy: { ...facts.policy, transportPreference: null },
      }),
    });
  }
  return changes;
}

/** Each key apart, for a person mends them one by one. */
function keyChanges({ restorePoint }: VsphereFacts): Change[] {
  const keys = new Map<string, KeyFact>();
  for (const key of [restorePoint.key, ...restorePoint.disks.map((disk) => disk.key)]) {
    if (key !== null && key.providerId !== null) keys.set(`${key.providerId}/${key.keyId}`, key);
  }
  const changes = [...keys].map(
    ([id, key]): Change => ({
      id: `key.make-available:${id}`,
      text: `Make key ${key.keyId} of provider ${key.providerId} available to the target vCenter.`,
      apply: (facts) => withKeys(facts, [key]),
    }),
  );
  if (keys.size > 1) {
    changes.push({
      id: 'key.make-all-available',
      text: `Make all ${keys.size} keys of the point available to the target vCenter.`,
      apply: (facts) => withKeys(facts, [...keys.values()]),
    });
  }
  return changes;
}

function withKeys(facts: VsphereFacts, keys: readonly KeyFact[]): VsphereFacts {
  const { now, site } = facts;
  const ids = new Set(keys.map(({ keyId }) => keyId));
  const names = new Set(keys.map(({ providerId }) => providerId));
  const mended = (one: KeyProviderFact): KeyProviderFact => (names.has(one.providerId) ? inOrder(one, facts) : one);
  const providers = (site.keyProviders?.entries ?? []).map(mended);
  const missing = [...names].filter((name) => !providers.some(({ providerId }) => providerId === name));
  const statuses = (site.keyStatuses?.entries ?? []).filter(({ keyId }) => !ids.has(keyId));
  return {
    ...facts,
    site: {
      ...site,
      keyProviders: {
        observedAt: now,
        entries: [...providers, ...missing.flatMap((name) => (name === null ? [] : [registered(name, now)]))],
      },
      keyStatuses: {
        observedAt: now,
        entries: [
          ...statuses,
          ...keys.map(({ keyId, providerId }) => {
            return { keyId, providerId, available: 'YES' as const, reason: null, hostIdsHolding: [] };
          }),
        ],
      },
    },
  };
}

function registered(providerId: string, now: string): KeyProviderFact {
  return {
    providerId,
    type: 'STANDARD',
    isDefault: 'NO',
    hasBackup: 'UNKNOWN',
    tpmRequired: 'NO',
    keyDerivationId: null,
    servers: [usableServer(now)],
  };
}

/** The provider as it must be before it can give a captured key. */
function inOrder(provider: KeyProviderFact, { now, restorePoint }: VsphereFacts): KeyProviderFact {
  if (provider.type === 'NATIVE')
    return { ...provider, hasBackup: 'YES', keyDerivationId: restorePoint.keyDerivationId };
  const usable = provider.type !== 'STANDARD' || anyServerUsable(provider, now) === 'YES';
  return usable ? provider : { ...provider, servers: [usableServer(now)] };
}

function usableServer(now: string): KeyServerFact {
  const end = addSeconds(now, 365 * 86_400);
  return {
    name: 'key server',
    address: null,
    status: 'green',
    serverCertificateExpiresAt: end,
    clientCertificateExpiresAt: end,
    clientTrustsServer: 'YES',
    serverTrustsClient: 'YES',
  };
}

function machineChanges({ request, site }: VsphereFacts): Change[] {
  if (request.target.mode !== 'IN_PLACE') return [];
  const machine = site.targetMachine?.entries.find(({ id }) => id === request.target.machineId);
  if (machine === undefined) return [];
  const changes: Change[] = [];
  const change = (id: string, text: string, part: Partial<TargetMachineFact>): void => {
    changes.push({ id, text, apply: (facts) => withMachine(facts, part) });
  };
  if (machine.powerState !== 'poweredOff') {
    change('machine.power-off', `Power ${machine.name} off.`, { powerState: 'poweredOff' });
  }
  if (machine.snapshotCount !== 0) {
    change('machine.delete-snapshots', `Delete the snapshots of ${machine.name}.`, {
      snapshotCount: 0,
      consolidationNeeded: 'NO',
      disks: machine.disks?.map((disk) => ({ ...disk, child: 'NO' as const })) ?? null,
    });
  }
  if (request.target.typedName !== machine.name) {
    changes.push({
      id: 'machine.type-name',
      text: `Type the name ${machine.name} to confirm that it is overwritten.`,
      apply: (facts) => withTarget(facts, { typedName: machine.name }),
    });
  }
  return changes;
}

function withTarget(facts: VsphereFacts, part: Partial<VsphereFacts['request']['target']>): VsphereFacts {
  return { ...facts, request: { ...facts.request, target: { ...facts.request.target, ...part } } };
}

function withPlacement(
  facts: VsphereFacts,
  part: Partial<VsphereFacts['request']['target']['placement']>,
): VsphereFacts {
  return withTarget(facts, { placement: { ...facts.request.target.placement, ...part } });
}

function withMachine(facts: VsphereFacts, part: Partial<TargetMachineFact>): VsphereFacts {
  const { targetMachine } = facts.site;
  if (targetMachine === null) return facts;
  const { machineId } = facts.request.target;
  const entries = targetMachine.entries.map((one) => (one.id === machineId ? { ...one, ...part } : one));
  return { ...facts, site: { ...facts.site, targetMachine: { ...targetMachine, entries } } };
}
