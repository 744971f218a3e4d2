import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of the installed package, as package.json states it. Seen alike from sources and compiled files. */
export function readPackageVersion(): string {
  const path = join(import.meta.dirname, '..', '..', '..', 'package.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version;
}
