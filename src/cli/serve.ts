import { readSupervisorConfig } from '../config.js';
import type { CommandContext } from './command.js';
import { defineCommand } from './command.js';
import { EXIT } from './exit-codes.js';
import { placesIn, startService, stopService, tellToStop, waitUntilReady } from './service-process.js';
import type { ReadyService, ServicePlaces, ServiceProcess } from './service-process.js';

/** A first start makes the database; on a slow disk that takes a while. */
const READY_WITHIN_MS = 120_000;
/** One Ctrl-C may arrive twice, from the terminal and from a program around us. */
const SECOND_SIGNAL_AFTER_MS = 500;

export const serveCommand = defineCommand({
  command: 'serve',
  describe: 'Run the service in the foreground: database, API and one executor',
  example: ['serve', 'start, and stop with Ctrl-C; settings: reinstate config'],
  builder: (parser) => parser,
  run: async (_options, context) => {
    const { dataFolder, adminTokenFile, apiUrlFile } = readSupervisorConfig();
    const inData = placesIn(dataFolder);
    const logFile = context.io.errorIsTerminal ? inData.logFile : null;
    const places = { ...inData, adminTokenFile, apiUrlFile, logFile };
    context.say(`starting; data folder ${dataFolder}`);
    const service = await startService(places);
    const stopListening = stopOnSignals(service, context);
    try {
      const ready = await waitUntilReady(service, context.io, { timeoutMs: READY_WITHIN_MS, needsEngine: false });
      context.say(describeService(ready, places));
      const exitCode = await service.ended;
      if (exitCode === 0) return { exitCode: EXIT.good, json: { stopped: true }, text: 'stopped' };
      const text = `the service ended with exit code ${exitCode}${logFile === null ? '' : `; its log: ${logFile}`}`;
      return { exitCode: EXIT.failed, json: { stopped: true, serviceExitCode: exitCode }, text };
    } finally {
      stopListening();
      await stopService(service);
    }
  },
});

function stopOnSignals(service: ServiceProcess, { io, say }: CommandContext): () => void {
  let toldAtMs = 0;
  const stop = () => {
    if (toldAtMs === 0) {
      toldAtMs = io.nowMs();
      say('\nstopping; work that runs is resumed at the next start');
      tellToStop(service);
    } else if (io.nowMs() - toldAtMs >= SECOND_SIGNAL_AFTER_MS) {
      say('ending at once; nothing that is committed is lost');
      service.child.kill('SIGTERM');
    }
  };
  const stopListening = io.onInterrupt(stop);
  process.once('SIGTERM', stop);
  return () => {
    stopListening();
    process.off('SIGTERM', stop);
  };
}

function describeService({ url, viewer }: ReadyService, { adminTokenFile, logFile }: ServicePlaces): string {
  const lines = [
    `Reinstate ${viewer.serviceVersion} answers`,
    `  GraphQL    ${url}/graphql`,
    `  admin token in ${adminTokenFile}`,
  ];
  if (logFile !== null) lines.push(`  log        ${logFile}`);
  for (const note of viewer.capabilityNotes) lines.push(`  off: ${note}`);
  lines.push('', 'Ctrl-C stops it. First steps: reinstate points, reinstate --help');
  return lines.join('\n');
}
