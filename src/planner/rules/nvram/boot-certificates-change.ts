import { knowledgeBase } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const nvramBootCertificatesChange: VsphereRule = {
  kind: 'FINDING',
  id: 'nvram.boot-certificates-change',
  grade: 'WARNS',
  effect: 'NONE',
  title: 'A generic NVRAM may trust other Secure Boot certificates',
  statements: ['S43'],
  citation: knowledgeBase(421593, 'Secure Boot certificates of 2011 and 2023'),
  remedy: 'Have the BitLocker recovery key at hand before the first start: the measured values change.',
  check: ({ nvram, point }) => {
    const { secureBootCertificates: year, tpmBoundSecrets } = point.machine;
    if (nvram.way !== 'REGENERATE' || point.firmware === 'BIOS' || point.secureBoot === 'NO') return [];
    if (year === null && tpmBoundSecrets !== 'YES') return [];
    const had = year === null ? 'of a year that nobody noted' : `of ${year}`;
    const explanation = `Its NVRAM trusted certificates ${had}; a generic one may hold others (2011, 2023).`;
    return [{ subject: 'nvram', explanation }];
  },
};
