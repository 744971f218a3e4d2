// Generates the Prisma client when its schema changed. The client is not committed: set-up makes it on each machine.
import { generatePrismaClient } from './generate-prisma-client.mjs';
import { say } from './run-command.mjs';

say(`gen: Prisma client: ${await generatePrismaClient()}`);
