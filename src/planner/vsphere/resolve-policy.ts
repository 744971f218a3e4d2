import type { StoragePolicyFact } from '../facts/site.js';
import type { PointPolicyFact, VspherePointFact } from '../facts/vsphere-point.js';
import type { PolicyChoice } from './context.js';
import type { SiteView } from './site-view.js';

/**
 * The storage policy for the home (deviceKey null) or a disk: the requested one by id, else the captured one by name
 * and content. Policy ids do not follow across vCenters, so an id alone proves nothing.
 */
export function resolvePolicy(
  site: SiteView,
  point: VspherePointFact,
  deviceKey: number | null,
  requestedId: string | null,
): PolicyChoice {
  if (requestedId !== null) {
    if (site.storagePolicies === null) return { policy: null, how: 'UNKNOWN', name: requestedId };
    const policy = site.storagePolicies.byId.get(requestedId) ?? null;
    return { policy, how: policy === null ? 'MISSING' : 'REQUESTED', name: policy?.name ?? requestedId };
  }
  if (point.storagePolicies === null) return { policy: null, how: 'UNKNOWN', name: null };
  const scope = deviceKey === null ? 'HOME' : 'DISK';
  const captured = point.storagePolicies.find((one) => one.scope === scope && one.deviceKey === deviceKey);
  if (captured === undefined) return { policy: null, how: 'NONE', name: null };
  const { siteInstanceUuid } = point.machine;
  const sameSite = siteInstanceUuid !== null && siteInstanceUuid === site.about?.instanceUuid;
  return matchPolicy(site, captured, sameSite);
}

function matchPolicy(site: SiteView, captured: PointPolicyFact, sameSite: boolean): PolicyChoice {
  const name = captured.policyName ?? captured.policyId;
  if (site.storagePolicies === null) return { policy: null, how: 'UNKNOWN', name };
  const { list, byId } = site.storagePolicies;
  const sameId = byId.get(captured.policyId);
  // An id without a name means something only where it was given, or with the same content.
  if (captured.policyName === null && !sameSite && !sameContent(sameId, captured)) {
    return { policy: null, how: 'UNKNOWN', name };
  }
  const named = sameId !== undefined && (captured.policyName === null || sameId.name === captured.policyName);
  const policy = named ? sameId : list.find((one) => one.name === captured.policyName);
  if (policy === undefined) return { policy: null, how: 'MISSING', name };
  const hashes = [policy.contentHash, captured.contentHash];
  const differs = !hashes.includes(null) && hashes[0] !== hashes[1];
  const losesEncryption = captured.encrypts === 'YES' && policy.encrypts !== 'YES';
  if (differs || losesEncryption) return { policy, how: 'CONTENT_DIFFERS', name };
  return { policy, how: named ? 'BY_ID' : 'BY_NAME', name };
}

function sameContent(policy: StoragePolicyFact | undefined, captured: PointPolicyFact): boolean {
  return policy !== undefined && policy.contentHash !== null && policy.contentHash === captured.contentHash;
}
