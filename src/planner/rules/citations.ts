import type { Citation } from '../../domain/finding.js';

/** Day on which the texts below were read. */
const CHECKED = '2026-11-22';

/** Tips and best practices: the document that this product starts from. */
export function tips(section: string): Citation {
  return { source: 'VMware VDDK programming guide, tips and best practices', section, checked: CHECKED };
}

/** The other chapters of the same guide: transports, encryption, change tracking, restore. */
export function guide(section: string): Citation {
  return { source: 'VMware VDDK 8.0 programming guide', section, checked: CHECKED };
}

export function releaseNotes(version: string, section: string): Citation {
  return { source: `VMware VDDK ${version} release notes`, section, checked: CHECKED };
}

/** The vSphere Web Services API reference: type, property or method. */
export function vim(section: string): Citation {
  return { source: 'vSphere Web Services API reference', section, checked: CHECKED };
}

export function knowledgeBase(number: number, section: string): Citation {
  return { source: `Broadcom knowledge base article ${number}`, section, checked: CHECKED };
}

export function securityGuide(section: string): Citation {
  return { source: 'VMware vSphere 8.0 security guide', section, checked: CHECKED };
}

/** @public */
export function maximums(section: string): Citation {
  return { source: 'VMware vSphere configuration maximums', section, checked: CHECKED };
}

/** A decision of this product, told under that heading. */
export function own(section: string): Citation {
  return { source: 'Reinstate design decisions (ARCHITECTURE.md)', section, checked: CHECKED };
}
