import { Refusal } from './refusal.js';

/** Why a well-formed document is refused: it holds no whole ConfigInfo, or more than one. */
export function notAVirtualMachine(found: number, properties: readonly string[]): Refusal {
  if (found > 1) {
    return new Refusal(
      'NOT_A_VIRTUAL_MACHINE',
      `the document holds ${found} virtual machines: give each restore point the one ConfigInfo that is its own`,
    );
  }
  if (properties.length > 0) {
    const names = [...new Set(properties)].slice(0, 5).join(', ').slice(0, 200);
    return new Refusal(
      'NOT_A_VIRTUAL_MACHINE',
      `the document holds single properties (${names}), not the whole of it: ask the PropertyCollector for "config"`,
    );
  }
  return new Refusal(
    'NOT_A_VIRTUAL_MACHINE',
    'the document holds no VirtualMachineConfigInfo: give the "config" property of a virtual machine, ' +
      'as the PropertyCollector answers it',
  );
}
