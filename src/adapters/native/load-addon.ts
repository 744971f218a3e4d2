import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Addon, AddonDescription } from './addon-types.js';
import { addonInterfaceVersion } from './addon-types.js';

export type LoadedAddon =
  | { readonly state: 'available'; readonly addon: Addon; readonly description: AddonDescription }
  | { readonly state: 'unavailable'; readonly reason: string };

const remedy =
  'Run "node src/setup/build-native.mjs" in the project folder; on Debian it needs: ' +
  'apt-get install -y g++ make python3 libzstd-dev libdeflate-dev libssl-dev.';

/** Where `src/setup/build-native.mjs` puts the addon, seen from the sources and from the compiled files alike. */
export function builtAddonPath(): string {
  return fileURLToPath(new URL('../../../native/build/Release/reinstate_native.node', import.meta.url));
}

function failureText(path: string, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (!existsSync(path)) return `it was not built (${path} is missing)`;
  if (/GLIBC|version `/.test(text)) return `it was built on another system: ${text}`;
  if (/wrong ELF class|invalid ELF/.test(text)) return `it was built for another processor or is damaged: ${text}`;
  return text;
}

/**
 * Loads the native copy engine. Never throws: without it the service still plans and answers queries, and says
 * `reason`, one line that names the cause and the remedy.
 */
export function loadAddon(path: string = builtAddonPath()): LoadedAddon {
  const unavailable = (why: string): LoadedAddon => ({
    state: 'unavailable',
    reason: `The native copy engine is off: ${why}. ${remedy}`,
  });
  if (process.platform !== 'linux') return unavailable(`it needs Linux, this is ${process.platform}`);
  try {
    const addon = createRequire(import.meta.url)(path) as Addon;
    const description = addon.describe();
    if (description.interfaceVersion !== addonInterfaceVersion) {
      const versions = `version ${description.interfaceVersion}, wanted ${addonInterfaceVersion}`;
      return unavailable(`it was built from other sources (${versions})`);
    }
    return { state: 'available', addon, description };
  } catch (error) {
    return unavailable(failureText(path, error));
  }
}
