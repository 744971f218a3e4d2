type NodeType = 'RestorePoint' | 'RestorePlan' | 'Operation' | 'AccessToken';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * What the service takes as an id for what a person typed. Messages and logs name things by the UUID alone, which is
 * short enough to compare by eye; everything else is passed on as it is.
 */
export function idFromTyped(type: NodeType, typed: string): string {
  const uuid = typed.toLowerCase();
  return UUID.test(uuid) ? Buffer.from(`${type}:${uuid}`).toString('base64url') : typed;
}
