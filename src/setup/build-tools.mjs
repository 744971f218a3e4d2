// Finds what the native part needs to be compiled, and on Debian as root installs what is missing.
import { existsSync, readFileSync } from 'node:fs';
import { runCommand, say } from './run-command.mjs';

const APT_GET = ['apt-get', '-o', 'DPkg::Lock::Timeout=600'];

/** What compiles the native part: how it is found, and the Debian package that brings it. */
const TOOLS = [
  { name: 'g++', aptPackage: 'g++', isPresent: () => canRun('g++') },
  { name: 'make', aptPackage: 'make', isPresent: () => canRun('make') },
  { name: 'python3', aptPackage: 'python3', isPresent: () => canRun('python3') },
  { name: 'libzstd.a', aptPackage: 'libzstd-dev', isPresent: () => hasLibrary('libzstd.a', 'zstd.h') },
  { name: 'libdeflate.a', aptPackage: 'libdeflate-dev', isPresent: () => hasLibrary('libdeflate.a', 'libdeflate.h') },
  { name: 'libcrypto.a', aptPackage: 'libssl-dev', isPresent: () => hasLibrary('libcrypto.a', 'openssl/evp.h') },
];

async function canRun(command) {
  return (await runCommand(command, ['--version'], { quiet: true })).exitCode === 0;
}

/** The compiler is asked, because the folder differs by architecture and distribution. */
async function hasLibrary(archive, header) {
  const found = await runCommand('g++', [`-print-file-name=${archive}`], { quiet: true });
  if (found.exitCode !== 0 || !existsSync(found.output.trim())) return false;
  const includes = await runCommand('g++', ['-E', '-x', 'c++', '-include', header, '/dev/null', '-o', '/dev/null'], {
    quiet: true,
  });
  return includes.exitCode === 0;
}

export async function missingBuildTools() {
  const missing = [];
  for (const tool of TOOLS) {
    if (!(await tool.isPresent())) missing.push(tool);
  }
  return missing;
}

/** Tells whether apt may be used here, and if not, why: as data, because each case is said differently. */
export function aptAvailability() {
  if (!isDebianFamily() || !existsSync('/usr/bin/apt-get'))
    return { usable: false, why: 'this is not Debian or Ubuntu' };
  if (process.env.REINSTATE_NO_APT === '1') return { usable: false, why: 'REINSTATE_NO_APT=1' };
  if (process.getuid?.() !== 0) return { usable: false, why: 'not running as root' };
  return { usable: true };
}

function isDebianFamily() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

export function installLine(packages) {
  return `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Installs Debian packages, the command printed first. Returns true when apt says that all are there. */
export async function aptInstall(packages) {
  say(`setup: running: ${installLine(packages)}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const [command, ...common] = APT_GET;
  const update = await runCommand(command, [...common, '-qq', 'update'], { env, quiet: true });
  if (update.exitCode !== 0)
    say(`setup: apt-get update failed, trying to install all the same:\n${lastLines(update.output)}`);
  const install = await runCommand(
    command,
    [...common, '-qq', 'install', '-y', '--no-install-recommends', ...packages],
    { env, quiet: true },
  );
  if (install.exitCode !== 0) say(`setup: apt-get install failed:\n${lastLines(install.output)}`);
  return install.exitCode === 0;
}

function lastLines(text) {
  return text.trim().split('\n').slice(-8).join('\n');
}

/** Makes sure that the native part can be compiled. Returns the names of what is still missing. */
export async function ensureBuildTools() {
  const missing = await missingBuildTools();
  if (missing.length === 0) return [];
  const packages = missing.map((tool) => tool.aptPackage);
  const names = missing.map((tool) => tool.name).join(', ');
  const apt = aptAvailability();
  if (!apt.usable) {
    say(`setup: ${names} missing and not installed (${apt.why}). Run this as root, then set up again:`);
    say(`setup:   ${debianOrGeneric(packages)}`);
    return missing.map((tool) => tool.name);
  }
  await aptInstall(packages);
  return (await missingBuildTools()).map((tool) => tool.name);
}

function debianOrGeneric(packages) {
  if (isDebianFamily()) return installLine(packages);
  return 'install a C++20 compiler, make, Python 3, and static zstd and OpenSSL 3 libraries with their headers';
}
