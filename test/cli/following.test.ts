/**
 * Goal: whoever follows an operation sees its end, whatever happens to the stream, and Ctrl-C cancels nothing.
 * Method: the whole command line in this process, against a GraphQL server with the real schema whose streams break.
 */
import { afterEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../src/cli/run-cli.js';
import { startFakeService } from './fake-service.js';
import type { FakeRoot, FakeService } from './fake-service.js';
import { fakeTerminal } from './fake-terminal.js';
import type { FakeTerminal } from './fake-terminal.js';
import { done, event, operation } from './sample-answers.js';

let service: FakeService | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

async function run(root: FakeRoot, line: string, terminal: FakeTerminal = fakeTerminal()) {
  service ??= await startFakeService(root);
  const args = [...line.split(' '), '--url', service.url, '--token-file', service.tokenFile];
  const exitCode = await runCli(args, terminal);
  return { exitCode, out: terminal.out(), error: terminal.error(), terminal };
}

describe('following', () => {
  it('resumes after the last event seen when the stream breaks', async () => {
    const states = [operation, done];
    service = await startFakeService({ operation: () => states.shift() });
    service.streams.push(
      [
        event(1, { kind: 'STATE', state: 'RUNNING' }),
        event(2, { percent: 40, bytesDone: '400', bytesTotal: '1000' }),
        'break',
      ],
      [event(3, { percent: 100, bytesDone: '1000' }), event(4, { kind: 'STATE', state: 'SUCCEEDED' })],
    );
    const { exitCode, error } = await run({}, 'operations operation-1 --follow');
    expect(exitCode).toBe(0);
    const streams = service.seen.filter(({ isStream }) => isStream);
    expect(streams.map(({ variables }) => variables['after'])).toEqual([null, 2]);
    expect(error).toContain('progress 40 %, 400 bytes of 1000 bytes');
    expect(error).toContain('progress 100 %, 1000 bytes of 1000 bytes');
  });

  it('ends with the amount of the operation when the last event names none', async () => {
    const ended = { ...done, bytesDone: '134217728', bytesTotal: '134217728', phase: 'succeeded' };
    const states = [{ ...operation, bytesTotal: null }, ended];
    service = await startFakeService({ operation: () => states.shift() });
    service.streams.push([event(1, { kind: 'STATE', state: 'SUCCEEDED', phase: 'succeeded', percent: 100 })]);
    const { exitCode, error } = await run({}, 'operations operation-1 --follow');
    expect(exitCode).toBe(0);
    expect(error.split('\n').filter((line) => line.startsWith('progress'))).toEqual([
      'progress 0 %, 0 bytes, queued',
      expect.stringMatching(/^progress 100 %, 128 MiB of 128 MiB, .*succeeded$/),
    ]);
  });

  it('says so and asks again now and then when there are no events', async () => {
    const states = [operation, { ...operation, state: 'RUNNING', percent: 50 }, done];
    const { exitCode, error } = await run({ operation: () => states.shift() }, 'operations operation-1 --follow');
    expect(exitCode).toBe(0);
    expect(error).toContain('no live events (HTTP 404); asking again now and then instead\n');
    expect(error).toContain('progress 50 %');
  });

  it('lets go on Ctrl-C, cancels nothing, and says how to go on', async () => {
    const terminal = fakeTerminal();
    const root = {
      operation: () => {
        setImmediate(() => terminal.interrupt());
        return { ...operation, state: 'RUNNING' };
      },
    };
    const { exitCode, out } = await run(root, 'operations operation-1 --follow', terminal);
    expect(exitCode).toBe(3);
    expect(out).toContain('execute plan goes on without this command.');
    expect(out).toContain('follow it  reinstate operations operation-1 --follow');
    expect(out).toContain('cancel it  reinstate operations --cancel operation-1');
    expect(service?.seen.some(({ variables }) => variables['input'] !== undefined)).toBe(false);
  });

  it('asks on a terminal at Ctrl-C, and goes on watching when told so', async () => {
    const terminal = fakeTerminal({ terminal: true, answers: ['w'] });
    let asked = 0;
    const root = {
      operation: () => {
        asked += 1;
        if (asked === 1) setImmediate(() => terminal.interrupt());
        return asked < 4 ? { ...operation, state: 'RUNNING' } : done;
      },
    };
    const { exitCode } = await run(root, 'operations operation-1 --follow', terminal);
    expect(exitCode).toBe(0);
    expect(terminal.questions).toHaveLength(1);
  });
});
