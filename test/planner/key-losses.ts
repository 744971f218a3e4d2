import {
  hosts,
  item,
  lastDisk,
  point,
  pointMachine,
  policies,
  providers,
  servers,
  statuses,
  target,
} from './key-faults.js';
import type { FactChange } from './key-faults.js';

const SECTIONS = [
  'about',
  'hosts',
  'storagePolicies',
  'keyProviders',
  'keyStatuses',
  'targetMachine',
  'privileges',
  'services',
] as const;

/** Every fact about keys, NVRAM and vTPM that can be taken away or turned to UNKNOWN, one at a time. */
const LOSSES: Readonly<Record<string, FactChange['apply']>> = {
  ...Object.fromEntries(
    SECTIONS.map((name): [string, FactChange['apply']] => [
      `section ${name} never seen`,
      (facts) => ({ ...facts, site: { ...facts.site, [name]: null } }),
    ]),
  ),
  ...Object.fromEntries(
    SECTIONS.map((name): [string, FactChange['apply']] => [
      `section ${name} too old`,
      (facts) => {
        const section = facts.site[name];
        const old = section === null ? null : { ...section, observedAt: '2026-05-04T02:54:59.999Z' };
        return { ...facts, site: { ...facts.site, [name]: old } };
      },
    ]),
  ),
  ...Object.fromEntries(
    ['KEY_ID', 'ENCRYPTION_BUNDLE', 'NVRAM'].flatMap((name): [string, FactChange['apply']][] => [
      [`item ${name} UNKNOWN`, item(name, 'UNKNOWN')],
      [
        `item ${name} not listed`,
        (facts) => point({ items: facts.restorePoint.items.filter((one) => one.item !== name) })(facts),
      ],
      [
        `item ${name} without its moment`,
        (facts) => {
          const items = facts.restorePoint.items.map((one) => (one.item === name ? { ...one, observedAt: null } : one));
          return point({ items })(facts);
        },
      ],
    ]),
  ),
  'encryption of the VM': point({ encryption: 'UNKNOWN' }),
  'encryption of a disk': lastDisk({ encryption: 'UNKNOWN' }),
  'key of a disk': lastDisk({ key: null }),
  firmware: point({ firmware: 'UNKNOWN' }),
  'Secure Boot': point({ secureBoot: 'UNKNOWN' }),
  vTPM: point({ vtpm: 'UNKNOWN' }),
  'hardware version': point({ hardwareVersion: null }),
  recrypts: point({ recrypts: null }),
  'captured bundle hash': point({ bundleSha256: null }),
  'captured derivation': point({ keyDerivationId: null }),
  'captured policies': point({ storagePolicies: null }),
  'captured key type': (facts) => {
    const { key } = facts.restorePoint;
    return point({ key: key === null ? null : { ...key, providerType: 'UNKNOWN' } })(facts);
  },
  'captured provider name': (facts) => {
    const { key } = facts.restorePoint;
    return point({ key: key === null ? null : { ...key, providerId: null } })(facts);
  },
  'boot keys': pointMachine({ secureBootKeys: 'UNKNOWN' }),
  'boot certificates': pointMachine({ secureBootCertificates: null }),
  'bound secrets': pointMachine({ tpmBoundSecrets: 'UNKNOWN' }),
  'key status unset': statuses({ available: 'UNKNOWN', reason: null }),
  'key status without a reason': statuses({ available: 'NO', reason: null }),
  'key status with a word of tomorrow': statuses({ reason: 'KeyStateOfTomorrow' }),
  'key status for another provider': statuses({ providerId: null }),
  'hosts that hold the key': statuses({ hostIdsHolding: null }),
  'provider type': providers({ type: 'UNKNOWN' }),
  'provider default': providers({ isDefault: 'UNKNOWN' }),
  'provider backup': providers({ hasBackup: 'UNKNOWN' }),
  'provider TPM': providers({ tpmRequired: 'UNKNOWN' }),
  'provider derivation': providers({ keyDerivationId: null }),
  'server status': servers({ status: 'unknown' }),
  'server certificate': servers({ serverCertificateExpiresAt: null }),
  'client certificate': servers({ clientCertificateExpiresAt: null }),
  'trust in the server': servers({ clientTrustsServer: 'UNKNOWN' }),
  'trust of the server': servers({ serverTrustsClient: 'UNKNOWN' }),
  'policy encrypts': policies({ encrypts: 'UNKNOWN' }),
  'host crypto state': hosts({ cryptoState: 'unknown' }),
  'host TPM': hosts({ tpm: 'UNKNOWN' }),
  'host attestation': hosts({ attestation: null }),
  'host cluster': hosts({ clusterId: null }),
  'present encryption': target({ encryption: 'UNKNOWN' }),
  'present key': target({ key: null }),
  'present bundle hash': target({ bundleSha256: null }),
  'present vTPM': target({ vtpm: 'UNKNOWN' }),
  'present hardware': target({ hardwareVersion: null }),
  'present firmware': target({ firmware: 'UNKNOWN' }),
  'present disks': target({ disks: null }),
  privileges: ({ site, ...facts }) => ({
    ...facts,
    site: { ...site, privileges: { observedAt: facts.now, entries: [] } },
  }),
};

export const losses: readonly FactChange[] = Object.entries(LOSSES).map(([name, apply]) => ({ name, apply }));
