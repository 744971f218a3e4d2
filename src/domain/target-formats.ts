/**
 * What a disk may be written as, the enum `TargetFormat` of schema.graphql. The first one is the default.
 * `docs/formats.md` §6.1 says how each of them looks.
 */
export const TARGET_FORMATS = [
  'RAW_SPARSE',
  'RAW_THICK',
  'VMDK_FLAT',
  'VMDK_SPARSE',
  'VMDK_STREAM_OPTIMIZED',
  'QCOW2',
] as const;
export type TargetFormat = (typeof TARGET_FORMATS)[number];

export const DEFAULT_TARGET_FORMAT: TargetFormat = 'RAW_SPARSE';

export interface TargetFormatTraits {
  /** For a person, within a sentence. */
  readonly words: string;
  /** Ending of the file's name, without the dot. */
  readonly fileEnding: string;
  /** The file is the disk, or its name stands for a second file beside it that holds the disk. */
  readonly hasExtentFile: boolean;
  /**
   * DATA: what is not zero. CAPACITY: every block is allocated. COMPRESSED: at most about the data, how much less is
   * known only afterwards.
   */
  readonly occupies: 'DATA' | 'CAPACITY' | 'COMPRESSED';
  /** The largest disk that it can describe; null where the engine knows no limit. */
  readonly capacityBytesMax: number | null;
  /** The largest file that its tables can address; null where they set no limit. */
  readonly fileBytesMax: number | null;
  /** Unit in which it stores data: one block of data makes the file grow by so much. Null where holes stay holes. */
  readonly grainBytes: number | null;
}

const TIB = 2 ** 40;
/** Tables of a VMDK name sectors of 512 bytes by 32 bits. */
const VMDK_FILE_BYTES_MAX = (2 ** 32 - 1) * 512;
const VMDK = { fileEnding: 'vmdk', capacityBytesMax: 64 * TIB } as const;
const RAW = {
  fileEnding: 'raw',
  hasExtentFile: false,
  capacityBytesMax: null,
  fileBytesMax: null,
  grainBytes: null,
} as const;

/** The copy engine refuses what lies beyond these limits (`TARGET_FORMAT_UNSUITABLE`); the planner says so before. */
export const TARGET_FORMAT_TRAITS: Readonly<Record<TargetFormat, TargetFormatTraits>> = {
  RAW_SPARSE: { ...RAW, words: 'raw file', occupies: 'DATA' },
  RAW_THICK: { ...RAW, words: 'thick raw file', occupies: 'CAPACITY' },
  VMDK_FLAT: {
    ...VMDK,
    words: 'flat VMDK',
    hasExtentFile: true,
    occupies: 'DATA',
    fileBytesMax: null,
    grainBytes: null,
  },
  VMDK_SPARSE: {
    ...VMDK,
    words: 'sparse VMDK',
    hasExtentFile: false,
    occupies: 'DATA',
    fileBytesMax: VMDK_FILE_BYTES_MAX,
    grainBytes: 65_536,
  },
  VMDK_STREAM_OPTIMIZED: {
    ...VMDK,
    words: 'stream-optimised VMDK',
    hasExtentFile: false,
    occupies: 'COMPRESSED',
    fileBytesMax: VMDK_FILE_BYTES_MAX,
    grainBytes: null,
  },
  QCOW2: {
    words: 'qcow2 image',
    fileEnding: 'qcow2',
    hasExtentFile: false,
    occupies: 'DATA',
    capacityBytesMax: 64 * TIB,
    fileBytesMax: null,
    grainBytes: 65_536,
  },
};

/** Every file that a disk of this format is made of: `path` itself first, its last name to appear. */
export function filesOfTarget(format: TargetFormat, path: string): readonly string[] {
  return TARGET_FORMAT_TRAITS[format].hasExtentFile ? [path, flatExtentPath(path)] : [path];
}

/** As the copy engine names it: `.vmdk` at the end left out, then `-flat.vmdk`. */
export function flatExtentPath(path: string): string {
  return `${path.endsWith('.vmdk') ? path.slice(0, -'.vmdk'.length) : path}-flat.vmdk`;
}
