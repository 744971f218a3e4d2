import type { RestorePointDiskRecord } from '../../domain/restore-point-records.js';
import type { RestorePointDiskResolvers } from '../generated/resolver-types.js';
import { toGlobalId } from '../global-id.js';
import type { DiskOfPoint } from '../parents.js';
import { keyOf } from './RestorePoint.js';

function read<Name extends keyof RestorePointDiskRecord>(name: Name) {
  return ({ disk }: DiskOfPoint): RestorePointDiskRecord[Name] => disk[name];
}

export const RestorePointDisk: RestorePointDiskResolvers = {
  deviceKey: read('deviceKey'),
  label: read('label'),
  controllerType: read('controllerType'),
  bus: read('bus'),
  busNumber: read('busNumber'),
  unitNumber: read('unitNumber'),
  capacityBytes: read('capacityBytes'),
  provisioning: read('provisioning'),
  backingType: read('backingType'),
  backingFileName: read('backingFileName'),
  datastoreName: read('datastoreName'),
  datastoreType: read('datastoreType'),
  changeId: read('changeId'),
  key: ({ disk, point }) => keyOf(disk.key, point),
  state: read('state'),
  indexHash: read('indexHash'),
  dataBytes: read('dataBytes'),
  verifiedAt: read('verifiedAt'),
  captureMethod: read('captureMethod'),
  readBytes: read('readBytes'),
  parentRestorePointId: ({ disk }) =>
    disk.parentRestorePointId === null ? null : toGlobalId('RestorePoint', disk.parentRestorePointId),
};
