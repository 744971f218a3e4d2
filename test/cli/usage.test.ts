/**
 * Goal: the command line explains itself, refuses what it does not know with exit code 2, and prints one JSON document.
 * Method: the whole command line in this process, with no service.
 */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from '../../src/cli/run-cli.js';
import { fakeTerminal } from './fake-terminal.js';

async function run(...args: string[]) {
  const terminal = fakeTerminal();
  const exitCode = await runCli(args, terminal);
  return { exitCode, out: terminal.out(), error: terminal.error() };
}

const COMMANDS = [
  'serve',
  'demo',
  'vms',
  'points',
  'record',
  'capture',
  'plan',
  'restore',
  'verify',
  'operations',
  'tokens',
  'config',
  'rules',
  'explain',
];

describe('help', () => {
  it('names every command', async () => {
    const { exitCode, out } = await run('--help');
    expect(exitCode).toBe(0);
    for (const command of [...COMMANDS, 'completion'])
      expect(out).toMatch(new RegExp(`^ {2}reinstate ${command}\\b`, 'm'));
  });

  it.each(COMMANDS)('of %s holds an example of it', async (command) => {
    const { exitCode, out } = await run(command, '--help');
    expect(exitCode).toBe(0);
    expect(out).toMatch(new RegExp(`Examples:\\n +reinstate ${command}`));
  });
});

describe('usage errors', () => {
  it.each([
    [[], 'give a command'],
    [['point'], 'Did you mean points?'],
    [['points', '--vn', 'a'], 'Unknown argument: vn'],
    [['points', '--limit', '0'], '--limit must be a whole number from 1 to 10000'],
    [['operations', '--limit', 'x'], '--limit must be a whole number from 1 to 10000'],
    [['operations', '--limit', '-5'], '--limit must be a whole number from 1 to 10000'],
    [['vms', '--limit', '1e9'], '--limit must be a whole number from 1 to 10000'],
    [['points', '--vm'], '--vm needs a value'],
    [['plan', '--vm'], '--vm needs a value'],
    [['plan', '--vm', 'x', '--folder'], '--folder needs a value'],
    [['plan', '--vm', 'x', '--folder', '-rf'], '--folder needs a value'],
    [['plan', '--vm', 'x', '--folder', ''], 'folder needs a value: it was given an empty one'],
    [['verify', ''], 'point needs a value: it was given an empty one'],
    [['plan', 'p', '--folder', 'a', '--disk', 'abc'], '--disk: abc is no device key'],
    [['plan', 'p', '--folder', 'a', '--disk', '2000.5'], '--disk: 2000.5 is no device key'],
    [['plan'], 'give --folder'],
    [['plan', '--folder', 'a'], 'give the id of a restore point, or --vm NAME'],
    [['plan', 'p', '--vm', 'v', '--folder', 'a'], 'mutually exclusive'],
    [['restore'], 'Not enough non-option arguments'],
    [['operations', '--follow'], '--follow needs the id of an operation'],
    [['tokens', '--create', 'a'], 'give --role, one of VIEWER, AUDITOR, OPERATOR, ADMIN'],
    [['tokens', '--role', 'VIEWER'], '--role and --expires go with --create NAME'],
    [['tokens', '--create', 'a', '--role', 'VIEWER', '--expires', 'soon'], '--expires must be a moment'],
    [['tokens', '--revoke', 'a', '--role', 'VIEWER'], 'mutually exclusive'],
    [['operations', '--state', 'GONE'], 'Invalid values'],
    [['capture', '--config-info', 'a', '--disk', 'no', '--site', 's'], '--disk no is not understood'],
    [['record', 'a.xml', '--tool', 't', '--captured-at', '2026-05-04 03:00'], 'a.xml cannot be read: ENOENT'],
    [['capture', '--config-info', 'a', '--disk', '2147483648=a:b', '--site', 's'], '2147483648 is no device key'],
    [['capture', '--config-info', 'a', '--disk', '1=a:b', '--nvram', 'f', '--nvram-absent'], 'mutually exclusive'],
    [['config', '--url', 'no'], 'REINSTATE_URL (option): expected'],
    [['config', '--url', 'no'], '\n  put it right; then reinstate config shows every setting\n'],
  ])('%j', async (args, message) => {
    const { exitCode, error } = await run(...args);
    expect(error).toContain(message);
    expect(exitCode).toBe(2);
  });

  it('with --json are one JSON document', async () => {
    const { exitCode, out } = await run('points', '--json', '--vn', 'a');
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toEqual({
      error: { code: 'USAGE', message: 'Unknown argument: vn', remedy: 'see: reinstate --help' },
    });
  });
});

describe('version', () => {
  it('is the one of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
    expect(await run('--version')).toEqual({ exitCode: 0, out: `${version}\n`, error: '' });
    expect(JSON.parse((await run('--version', '--json')).out)).toEqual({ text: version });
  });
});

describe('completion', () => {
  it('with --help explains itself, and with --json is one JSON document', async () => {
    const { exitCode, out } = await run('completion', '--help');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/Examples:\n +reinstate completion >> ~\/\.bashrc/);
    expect(out).not.toContain('###-begin');
    const { text } = JSON.parse((await run('completion', '--json')).out) as { text: string };
    expect(text).toContain('###-begin-reinstate-completions-###');
    const offered = await run('--get-yargs-completions', 'reinstate', '--json', 'poi');
    expect(offered.out.split('\n')).toContain('points');
  });

  it('prints a script', async () => {
    const { exitCode, out } = await run('completion');
    expect(exitCode).toBe(0);
    expect(out).toContain('###-begin-reinstate-completions-###');
  });

  it('offers commands and options', async () => {
    const commands = await run('--get-yargs-completions', 'reinstate', 'po');
    const options = await run('--get-yargs-completions', 'reinstate', 'points', '--');
    expect(
      commands.out
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual(expect.arrayContaining(COMMANDS));
    expect(options.out.trim().split('\n')).toEqual(expect.arrayContaining(['--vm', '--limit', '--json']));
  });
});

describe('config', () => {
  it('shows every setting once, with its source', async () => {
    const { exitCode, out } = await run('config', '--json', '--url', 'http://127.0.0.1:9');
    const { settings } = JSON.parse(out) as { settings: { key: string; source: string; value: unknown }[] };
    const keys = settings.map(({ key }) => key);
    expect(exitCode).toBe(0);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['REINSTATE_DATA_FOLDER', 'REINSTATE_PORT', 'REINSTATE_TOKEN_FILE']));
    expect(settings.find(({ key }) => key === 'REINSTATE_URL')).toEqual({
      key: 'REINSTATE_URL',
      value: 'http://127.0.0.1:9',
      source: 'option',
    });
  });
});
