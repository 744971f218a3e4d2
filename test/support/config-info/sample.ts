/** Small ConfigInfo documents for tests. */
import type { ConfigInfoOutcome, ConfigInfoTree, NotUnderstood } from '../../../src/domain/config-info/node.js';

/** The tree of an outcome that must be good. */
export function treeOf(outcome: ConfigInfoOutcome): ConfigInfoTree {
  if (!outcome.ok) {
    throw new Error(`refused: ${outcome.problem.code} ${outcome.problem.message}`);
  }
  return outcome.tree;
}

/** `path: reason` of all that was not understood. */
export function notUnderstoodOf(outcome: ConfigInfoOutcome): string[] {
  const places: readonly NotUnderstood[] = outcome.ok ? outcome.notUnderstood : [];
  return places.map(({ path, reason }) => `${path}: ${reason}`);
}

/** A ConfigInfo in vim25 XML with these fields between the mandatory ones and `hardware`'s devices. */
export function xmlDocument(
  parts: { readonly fields?: string; readonly devices?: string; readonly rest?: string } = {},
): string {
  const devices = parts.devices ?? '<device xsi:type="VirtualKeyboard"><key>600</key></device>';
  return [
    '<obj xmlns="urn:vim25" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="VirtualMachineConfigInfo">',
    '<name>sample</name><version>vmx-21</version><uuid>u-1</uuid><instanceUuid>i-1</instanceUuid>',
    '<guestId>otherGuest</guestId><files><vmPathName>[ds] sample/sample.vmx</vmPathName></files><flags></flags>',
    parts.fields ?? '',
    `<hardware><numCPU>1</numCPU><memoryMB>64</memoryMB>${devices}</hardware>`,
    '<extraConfig><key>nvram</key><value xsi:type="xsd:string">sample.nvram</value></extraConfig>',
    '<bootOptions></bootOptions><firmware>bios</firmware>',
    parts.rest ?? '',
    '</obj>',
  ].join('');
}

/** A controller and one disk on it. */
export const DISK_CONTROLLER =
  '<device xsi:type="ParaVirtualSCSIController"><key>1000</key><busNumber>0</busNumber></device>';

/** DISK_CONTROLLER and a disk with these fields, and these in its backing. */
export function diskXml(fields: string, backing = ''): string {
  return [
    DISK_CONTROLLER,
    '<device xsi:type="VirtualDisk"><key>2000</key><backing xsi:type="VirtualDiskFlatVer2BackingInfo">',
    '<fileName>[ds] sample/sample.vmdk</fileName>',
    `${backing}</backing><controllerKey>1000</controllerKey><unitNumber>0</unitNumber>${fields}</device>`,
  ].join('');
}
