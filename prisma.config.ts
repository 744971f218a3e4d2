import { defineConfig } from 'prisma/config';

// The service hands its own connection to the client; this address serves the command line of Prisma only.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost/reinstate' },
});
