/**
 * The executor as users run it: its own node process, killed and started again. Needs the compiled sources in dist/.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Place } from './executor-harness.js';

export interface ExecutorProcessOptions {
  readonly place: Place;
  readonly databaseUrl: string;
  readonly keyFiles: { readonly privateKey: string; readonly publicKey: string };
  readonly debugPoint?: string;
}

export class ExecutorProcess {
  readonly child: ChildProcess;
  output = '';
  readonly ended: Promise<string>;

  constructor(options: ExecutorProcessOptions) {
    const program = resolve('dist/executor/main.js');
    if (!existsSync(program)) throw new Error('dist/ is missing: run "npm run setup" first');
    const { place, keyFiles } = options;
    this.child = spawn(process.execPath, ['--enable-source-maps', program], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: options.databaseUrl,
        REINSTATE_DATA_FOLDER: place.folder,
        REINSTATE_REPOSITORY_FOLDER: place.repository,
        REINSTATE_LOCATIONS: JSON.stringify({
          images: { path: place.images, writable: false },
          restores: { path: place.restores, writable: true },
        }),
        REINSTATE_SEALING_PRIVATE_KEY_FILE: keyFiles.privateKey,
        REINSTATE_SEALING_PUBLIC_KEY_FILE: keyFiles.publicKey,
        ...(options.debugPoint === undefined ? {} : { REINSTATE_DEBUG_POINT: options.debugPoint }),
      },
    });
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    this.ended = once(this.child, 'exit').then(([code, signal]) => String(signal ?? code));
  }

  /** Ends it as a power cut would; returns how it ended. */
  async kill(): Promise<string> {
    this.child.kill('SIGKILL');
    return await this.ended;
  }

  async terminate(): Promise<string> {
    this.child.kill('SIGTERM');
    return await this.ended;
  }
}
