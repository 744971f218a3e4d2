// Foreign readers that judge the VMDK and qcow2 files of the engine: qemu-img and 7-Zip.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

function run(program: string, words: readonly string[]): { exitCode: number | null; output: string } | undefined {
  const ended = spawnSync(program, words, { encoding: 'utf8' });
  if (ended.error !== undefined) {
    process.stderr.write(`SKIP judgement by ${program}: it is not installed\n`);
    return undefined;
  }
  return { exitCode: ended.status, output: `${ended.stdout}${ended.stderr}`.trim() };
}

/**
 * What qemu-img says against a VMDK that should hold the bytes of `rawPath`; empty when it is content with all of it.
 * `createType` is that of the VMDK, or `qcow2`. Without `rawPath` the bytes are not compared. Says on stderr that
 * nothing was judged where there is no qemu-img.
 */
export function complaintsOfQemu(vmdkPath: string, rawPath: string | undefined, createType: string): string[] {
  const complaints: string[] = [];
  const format = createType === 'qcow2' ? 'qcow2' : 'vmdk';
  // Exit code 3 would tell of leaked clusters.
  const checked = run('qemu-img', ['check', '-f', format, vmdkPath]);
  if (checked === undefined) return complaints;
  if (checked.exitCode !== 0) complaints.push(checked.output);
  if (rawPath !== undefined) {
    const compared = run('qemu-img', ['compare', '-f', 'raw', '-F', format, rawPath, vmdkPath]);
    if (compared?.exitCode !== 0) complaints.push(compared?.output ?? '');
  }
  const info = run('qemu-img', ['info', '--output=json', vmdkPath])?.output ?? '{}';
  const described = JSON.parse(info) as { format?: string; 'format-specific'?: { data: { 'create-type'?: string } } };
  const found = described['format-specific']?.data['create-type'] ?? described.format;
  if (found !== createType) complaints.push(`create type ${found}`);
  return complaints;
}

/** Bytes of the disk as qemu-img reads them; for disks too large to be compared whole. Undefined without qemu-img. */
export function readByQemu(
  vmdkPath: string,
  offsetBytes: number,
  lengthBytes: number,
  format = 'vmdk',
): Buffer | undefined {
  const out = `${vmdkPath}.part`;
  const place = [`bs=${lengthBytes}`, `skip=${offsetBytes / lengthBytes}`, `count=${offsetBytes / lengthBytes + 1}`];
  const words = ['dd', '-f', format, '-O', 'raw', ...place, `if=${vmdkPath}`, `of=${out}`];
  if (run('qemu-img', words) === undefined) return undefined;
  const bytes = existsSync(out) ? readFileSync(out) : Buffer.alloc(0);
  rmSync(out, { force: true });
  return bytes;
}

/** SHA-256 of the disk as 7-Zip reads it; undefined, said on stderr, where there is no 7-Zip. */
export function hashBySevenZip(path: string, type: 'vmdk' | 'qcow' = 'vmdk'): string | undefined {
  const script = '7z e -so "-t$1" "$0" | sha256sum | cut -c1-64';
  if (run('7z', ['i'])?.exitCode !== 0) return undefined;
  return run('/bin/sh', ['-c', script, path, type])?.output;
}
