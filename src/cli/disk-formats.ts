import type { TargetFormat } from './generated/operations.js';

/** How a person names a format. A format that the service learns must get a word here, or this does not compile. */
const WORDS: Readonly<Record<TargetFormat, string>> = {
  RAW_SPARSE: 'raw',
  RAW_THICK: 'raw-thick',
  VMDK_FLAT: 'vmdk-flat',
  VMDK_SPARSE: 'vmdk',
  VMDK_STREAM_OPTIMIZED: 'vmdk-stream',
  QCOW2: 'qcow2',
};

/** The option that names a format; `targetFormatOf` reads it. */
export const formatOption = {
  choices: Object.values(WORDS),
  requiresArg: true,
  describe: `what to write a disk as; ${WORDS.RAW_SPARSE} without it`,
};

export function wordOf(format: TargetFormat): string {
  return WORDS[format];
}

export function targetFormatOf(word: string | undefined): TargetFormat {
  if (word === undefined) return 'RAW_SPARSE';
  const found = Object.entries(WORDS).find(([, known]) => known === word);
  if (found === undefined) throw new Error(`"${word}" names no format`);
  return found[0] as TargetFormat;
}
