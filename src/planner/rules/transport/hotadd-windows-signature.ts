import { executorsOf } from '../../vsphere/used-executors.js';
import { guide } from '../citations.js';
import type { VsphereRule } from '../rule.js';

export const hotaddWindowsSignature: VsphereRule = {
  kind: 'FINDING',
  id: 'hotadd.windows-signature',
  grade: 'INFORMS',
  effect: 'NONE',
  title: 'A Windows proxy may rewrite the signature of a disk that it is given',
  statements: [],
  citation: guide('HotAdd transport: Windows proxies, automount and disk signatures'),
  remedy: 'Use a Linux proxy where the guest depends on its disk signatures; the plan switches automount off.',
  check: ({ ways }) =>
    executorsOf(ways, 'HOTADD')
      .filter(({ fact }) => fact.proxy.operatingSystem !== 'LINUX')
      .map((executor) => ({
        subject: executor.subject,
        explanation:
          executor.fact.proxy.operatingSystem === 'WINDOWS'
            ? `Proxy ${executor.name} runs Windows: where two signatures are alike it rewrites one, in sector 0.`
            : `Whether proxy ${executor.name} runs Windows is not known.`,
      })),
};
