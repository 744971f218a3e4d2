import { CliError } from './cli-error.js';
import type { GraphqlClient } from './client/graphql-client.js';
import { ListVmsDocument } from './generated/operations.js';
import type { ListVmsQuery } from './generated/operations.js';
import { readPages } from './read-pages.js';

export type VmRow = ListVmsQuery['vms']['nodes'][number];

const MOST_VMS = 10_000;

export async function listVms(client: GraphqlClient, nameContains: string | null, limit = MOST_VMS) {
  const filter = nameContains === null ? null : { nameContains };
  return readPages(
    limit,
    async (first, after) => (await client.request(ListVmsDocument, { first, after, filter })).vms,
  );
}

/** VMs of exactly this name; two sites may have one each. Throws CliError when there is none. */
export async function findVmsByName(client: GraphqlClient, name: string): Promise<readonly VmRow[]> {
  const { items } = await listVms(client, name);
  const exact = items.filter((vm) => vm.name === name);
  if (exact.length > 0) return exact;
  const near = items.slice(0, 5).map((vm) => vm.name);
  const remedy = near.length > 0 ? `did you mean ${near.join(', ')}?` : 'list what there is: reinstate vms';
  throw new CliError('NOT_FOUND', `no VM is called "${name}"`, remedy);
}

/** The one VM of this name. Throws CliError when there is none, or one at each of several sites. */
export async function findVmByName(client: GraphqlClient, name: string): Promise<VmRow> {
  const [first, ...others] = await findVmsByName(client, name);
  if (first !== undefined && others.length === 0) return first;
  const sites = [first, ...others].map((vm) => `${vm?.site.name}`).join(', ');
  const remedy = `name a restore point instead; list them: reinstate points --vm ${name}`;
  throw new CliError('AMBIGUOUS', `several sites have a VM called "${name}": ${sites}`, remedy);
}
