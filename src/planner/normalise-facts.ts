import { CAPTURED_ITEMS } from '../domain/words.js';
import type { LocalFilesFacts, VsphereFacts } from './facts.js';

/**
 * Lists in the order of their keys, so that the order in which facts arrived changes no plan: executors, locations and
 * repositories by name, disks and requested keys ascending by device key, captured items in the order of their word
 * list.
 */
export function normaliseFacts(facts: LocalFilesFacts): LocalFilesFacts {
  const { deviceKeys } = facts.request;
  const executors = facts.executors.map((executor) => ({
    ...executor,
    locations: byName(executor.locations),
    repositories: byName(executor.repositories),
  }));
  return {
    ...facts,
    request: {
      ...facts.request,
      deviceKeys: deviceKeys === null ? null : [...new Set(deviceKeys)].sort((left, right) => left - right),
    },
    restorePoint: {
      ...facts.restorePoint,
      disks: [...facts.restorePoint.disks].sort((left, right) => left.deviceKey - right.deviceKey),
      items: [...facts.restorePoint.items].sort(
        (left, right) => CAPTURED_ITEMS.indexOf(left.item) - CAPTURED_ITEMS.indexOf(right.item),
      ),
    },
    executors: byName(executors),
  };
}

/**
 * The same for a restore into vSphere. Lists of the site and of executors are ordered where they are indexed, once for
 * all plans against one site; here the request and the point, and those only where they are not in order yet.
 */
export function normaliseVsphereFacts(facts: VsphereFacts): VsphereFacts {
  const { request, restorePoint } = facts;
  const { machine } = restorePoint;
  return {
    ...facts,
    request: {
      ...request,
      deviceKeys: request.deviceKeys === null ? null : [...new Set(request.deviceKeys)].sort((a, b) => a - b),
    },
    restorePoint: {
      ...restorePoint,
      disks: inOrder(restorePoint.disks, (disk) => disk.deviceKey),
      items: inOrder(restorePoint.items, ({ item }) => CAPTURED_ITEMS.indexOf(item)),
      machine: {
        ...machine,
        networkAdapters: inOrder(machine.networkAdapters, (adapter) => adapter.deviceKey),
        controllers: inOrder(machine.controllers, (controller) => controller.key),
        hostBoundDevices: inOrder(machine.hostBoundDevices, (device) => device.deviceKey),
      },
    },
  };
}

function inOrder<Entry>(list: readonly Entry[], rankOf: (entry: Entry) => number): readonly Entry[] {
  for (let position = 1; position < list.length; position += 1) {
    if (rankOf(list[position - 1] as Entry) > rankOf(list[position] as Entry)) {
      return [...list].sort((left, right) => rankOf(left) - rankOf(right));
    }
  }
  return list;
}

function byName<Named extends { readonly name: string }>(list: readonly Named[]): Named[] {
  return [...list].sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
}
