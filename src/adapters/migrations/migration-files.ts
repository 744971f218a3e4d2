import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MigrationFile {
  /** Name of the migration's folder; the order of names is the order of application. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file as it stands, 64 hex digits, as Prisma Migrate computes it. */
  readonly checksum: string;
}

/** Every `<name>/migration.sql` of a folder, by name. A folder without that file is left out, as Prisma does. */
export function readMigrationFiles(folder: string): readonly MigrationFile[] {
  const files: MigrationFile[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name, 'migration.sql');
    if (!existsSync(path)) continue;
    const sql = readFileSync(path, 'utf8');
    files.push({ name: entry.name, sql, checksum: sha256(sql) });
  }
  return files.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Line ends may differ between checkouts (git autocrlf): only the text counts, as for Prisma. */
export function matchesChecksum(file: MigrationFile, checksum: string): boolean {
  if (file.checksum === checksum) return true;
  const unix = file.sql.replaceAll('\r\n', '\n');
  return sha256(unix) === checksum || sha256(unix.replaceAll('\n', '\r\n')) === checksum;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
