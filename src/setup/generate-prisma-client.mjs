// Generates the Prisma client, with no download.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyProgram, packageRoot, runCommand } from './run-command.mjs';
import { hashFiles, isStamped, stamp } from './stamps.mjs';

const schemaFile = join(packageRoot, 'prisma', 'schema.prisma');
const settingsFile = join(packageRoot, 'prisma.config.ts');
const clientFolder = join(packageRoot, 'src', 'adapters', 'prisma', 'generated');

/** Prisma 7 tries to fetch its schema engine, which `generate` never uses: any program in its place stops that. */
const PRISMA_ENVIRONMENT = {
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
};

/** Returns 'made', 'up to date' or 'no schema'. Throws with Prisma's own text when generation fails. */
export async function generatePrismaClient() {
  if (!existsSync(schemaFile)) return 'no schema';
  const files = [schemaFile, settingsFile, join(packageRoot, 'package-lock.json')].filter((file) => existsSync(file));
  const contentHash = hashFiles(files);
  if (existsSync(clientFolder) && isStamped('prisma-client', contentHash)) return 'up to date';
  const result = await runCommand(dependencyProgram('prisma'), ['generate', '--no-hints'], {
    env: PRISMA_ENVIRONMENT,
    quiet: true,
  });
  if (result.exitCode !== 0) throw new Error(`prisma generate failed:\n${result.output}`);
  stamp('prisma-client', contentHash);
  return 'made';
}
