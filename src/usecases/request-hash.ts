import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';
import { serialiseConfigInfo } from '../domain/config-info/serialise.js';
import type { IngestVariant } from './ingest.js';
import type { PreparedPoint } from './prepare-point.js';
import type { FingerprintedSecret } from './seal-secrets.js';

/**
 * SHA-256 over what a tool reference or an idempotency key stands for. Secrets count by their fingerprints, so that the
 * hash gives nobody a way to guess them.
 */
export function requestSha256Of(
  point: PreparedPoint,
  secrets: readonly FingerprintedSecret[],
  variant: IngestVariant,
): string {
  const { configInfo: _document, nvramBase64: _nvram, ...metadata } = point.metadata;
  const content = {
    metadata: withoutAbsent({ ...metadata, site: withoutAbsent(point.site) }),
    policies: metadata.storagePolicies?.map(withoutAbsent) ?? null,
    document: serialiseConfigInfo(point.configInfo.tree),
    form: point.configInfo.form,
    secrets: secrets.map(({ kind, fingerprint }) => ({ kind, fingerprint: fingerprint.hex })),
    variant: asked(variant),
  };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

function asked(variant: IngestVariant): object {
  if (variant.origin === 'RECORDED') return variant;
  const { origin, idempotencyKey, requested } = variant;
  return { origin, idempotencyKey, input: requested };
}

/** A field left out is the same as one set to null or false. */
function withoutAbsent(object: object): Record<string, unknown> {
  const isTold = ([name, value]: [string, unknown]) => value != null && value !== false && name !== 'storagePolicies';
  return Object.fromEntries(Object.entries(object).filter(isTold));
}
