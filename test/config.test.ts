/**
 * Goal: each process gets typed settings with their sources, and a wrong one is refused by key, source and wanted shape
 * without showing what was found.
 * Method: give environments, option sets and files in a temporary folder, and compare exact values and messages.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ConfigError,
  readApiConfig,
  readCliConfig,
  readExecutorConfig,
  readSecretFile,
  readSupervisorConfig,
} from '../src/config.js';

const DATABASE_URL = 'postgresql://reinstate:canary-password@127.0.0.1:5432/reinstate';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reinstate-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('take environment over file over default, and tell which', () => {
    const file = write('config.json', JSON.stringify({ port: 5000, host: '127.0.0.2', logLevel: 'debug' }));
    const config = readApiConfig({
      REINSTATE_CONFIG_FILE: file,
      REINSTATE_DATA_FOLDER: folder,
      REINSTATE_PORT: '0',
      DATABASE_URL,
    });
    expect([config.host, config.port, config.logLevel, config.databaseUrl]).toEqual([
      '127.0.0.2',
      0,
      'debug',
      DATABASE_URL,
    ]);
    expect(config.shown).toEqual([
      { key: 'DATABASE_URL', value: '(secret)', source: 'environment' },
      { key: 'REINSTATE_DATABASE_URL_FILE', value: null, source: 'default' },
      { key: 'REINSTATE_DATA_FOLDER', value: folder, source: 'environment' },
      { key: 'REINSTATE_FINGERPRINT_KEY_FILE', value: join(folder, 'keys/fingerprint.key'), source: 'default' },
      { key: 'REINSTATE_HOST', value: '127.0.0.2', source: 'file' },
      { key: 'REINSTATE_LOG_LEVEL', value: 'debug', source: 'file' },
      { key: 'REINSTATE_PORT', value: 0, source: 'environment' },
      { key: 'REINSTATE_SEALING_PUBLIC_KEY_FILE', value: join(folder, 'keys/sealing-public.key'), source: 'default' },
    ]);
  });

  it('have defaults that listen on loopback and keep everything below the data folder', () => {
    const config = readSupervisorConfig({ REINSTATE_DATA_FOLDER: folder });
    expect({ ...config, shown: [] }).toEqual({
      dataFolder: folder,
      logLevel: 'info',
      databaseUrl: null,
      host: '127.0.0.1',
      port: 4180,
      executorName: 'local',
      ioDepth: 6,
      locations: {
        images: { path: join(folder, 'images'), writable: false },
        restores: { path: join(folder, 'restores'), writable: true },
      },
      repositoryFolder: join(folder, 'repository'),
      scrubIntervalHours: 24,
      scrubSharePercent: 5,
      sealingPrivateKeyFile: join(folder, 'keys/sealing-private.key'),
      sealingPublicKeyFile: join(folder, 'keys/sealing-public.key'),
      fingerprintKeyFile: join(folder, 'keys/fingerprint.key'),
      adminTokenFile: join(folder, 'admin.token'),
      apiUrlFile: join(folder, 'run/api-url'),
      shown: [],
    });
  });

  it('read locations as JSON from the environment and as an object from the file', () => {
    const locations = { store: { path: '/srv/images', writable: true }, old: { path: '/srv/old' } };
    const wanted = { store: { path: '/srv/images', writable: true }, old: { path: '/srv/old', writable: false } };
    const file = write('config.json', JSON.stringify({ locations }));
    const common = { REINSTATE_DATA_FOLDER: folder, DATABASE_URL };
    expect(readExecutorConfig({ ...common, REINSTATE_LOCATIONS: JSON.stringify(locations) }).locations).toEqual(wanted);
    expect(readExecutorConfig({ ...common, REINSTATE_CONFIG_FILE: file }).locations).toEqual(wanted);
  });

  it('find a running service by itself, and obey options first', () => {
    mkdirSync(join(folder, 'run'));
    write('run/api-url', 'http://127.0.0.1:40123\n');
    const environment = { REINSTATE_DATA_FOLDER: folder };
    expect(readCliConfig({}, environment).url).toBe('http://127.0.0.1:40123');
    expect(readCliConfig({}, { ...environment, REINSTATE_URL: 'https://backup.example/' }).url).toBe(
      'https://backup.example',
    );
    const config = readCliConfig({ url: 'http://127.0.0.1:9', tokenFile: '/srv/a.token' }, environment);
    expect([config.url, config.tokenFile]).toEqual(['http://127.0.0.1:9', '/srv/a.token']);
    expect(config.shown.filter(({ source }) => source === 'option').map(({ key }) => key)).toEqual([
      'REINSTATE_TOKEN_FILE',
      'REINSTATE_URL',
    ]);
  });
});

describe('wrong settings', () => {
  it('are all named at once, by key, source and wanted shape, never by value', () => {
    const file = write('config.json', JSON.stringify({ host: 'canary host', portt: 1 }));
    const problems = problemsOf(() =>
      readApiConfig({
        REINSTATE_CONFIG_FILE: file,
        REINSTATE_DATA_FOLDER: folder,
        REINSTATE_PORT: '70000',
        REINSTATE_LOG_LEVEL: 'canary-level',
        DATABASE_URL: 'mysql://canary-password',
      }),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^portt \(file\): no such setting; there are dataFolder, logLevel, host/),
      'REINSTATE_LOG_LEVEL (environment): expected one of fatal, error, warn, info, debug, trace, silent',
      'host (file): expected a host name or IP address to listen on',
      'REINSTATE_PORT (environment): expected a whole number from 0 to 65535',
      'DATABASE_URL (environment): expected an address of the form postgresql://user:password@host:port/database',
    ]);
    expect(problems.join()).not.toContain('canary');
  });

  it.each([
    ['no JSON', '{"images"', 'an object'],
    ['a relative folder', '{"images":{"path":"images"}}', 'an object'],
    ['an unknown field', '{"images":{"path":"/a","writeable":true}}', 'an object'],
  ])('catch locations with %s', (_title, text, wanted) => {
    const environment = { REINSTATE_DATA_FOLDER: folder, DATABASE_URL, REINSTATE_LOCATIONS: text };
    expect(problemsOf(() => readExecutorConfig(environment))).toEqual([
      expect.stringMatching(new RegExp(`^REINSTATE_LOCATIONS \\(environment\\): expected ${wanted}`)),
    ]);
  });

  it('say how to get a database when none is named', () => {
    expect(problemsOf(() => readApiConfig({ REINSTATE_DATA_FOLDER: folder }))).toEqual([
      'REINSTATE_DATABASE_URL_FILE: give it or DATABASE_URL, or start with reinstate serve',
    ]);
  });

  it.each([
    ['REINSTATE_PROT', 'did you mean REINSTATE_PORT?'],
    ['REINSTATE_DATAFOLDER', 'did you mean REINSTATE_DATA_FOLDER?'],
    ['REINSTATE_TOKEN', 'did you mean REINSTATE_TOKEN_FILE?'],
    ['REINSTATE_ELSEWHERE', 'there are REINSTATE_DATA_FOLDER, REINSTATE_LOG_LEVEL, '],
  ])('refuse a variable that is no setting: %s', (name, advice) => {
    for (const read of [readSupervisorConfig, (settings: Record<string, string>) => readCliConfig({}, settings)]) {
      expect(problemsOf(() => read({ REINSTATE_DATA_FOLDER: folder, [name]: 'canary' }))).toEqual([
        expect.stringContaining(`${name} (environment): no such setting; ${advice}`),
      ]);
    }
  });

  it('let the variables of set-up and tests stand', () => {
    const names = ['NO_APT', 'REQUIRE_PEERS', 'CRASH_ROUNDS', 'SEED', 'PROPERTY_RUNS', 'DEBUG_POINT', 'BENCH_ENGINE'];
    const others = Object.fromEntries(names.map((name) => [`REINSTATE_${name}`, '1']));
    expect(problemsOf(() => readSupervisorConfig({ REINSTATE_DATA_FOLDER: folder, ...others }))).toEqual([]);
  });

  it('catch a settings file that is missing or no object', () => {
    const read = (path: string) => problemsOf(() => readCliConfig({}, { REINSTATE_CONFIG_FILE: path }));
    for (const path of [join(folder, 'none.json'), write('list.json', '[]'), write('cut.json', '{"port":')]) {
      expect(read(path)).toEqual([`REINSTATE_CONFIG_FILE (environment): ${path} must be a file with one JSON object`]);
    }
  });
});

describe('locations', () => {
  let data: string;
  let outside: string;
  beforeEach(() => {
    data = join(folder, 'data');
    outside = join(folder, 'outside');
    for (const path of [data, outside]) mkdirSync(path);
  });

  function problemsWith(path: string, more: Record<string, string> = {}): readonly string[] {
    const settings = {
      REINSTATE_DATA_FOLDER: data,
      REINSTATE_LOCATIONS: JSON.stringify({ store: { path } }),
      DATABASE_URL,
      ...more,
    };
    const problems = problemsOf(() => readSupervisorConfig(settings));
    expect(problemsOf(() => readExecutorConfig(settings))).toEqual(problems);
    return problems;
  }

  it('may lie outside of the data folder, or be its images and restores', () => {
    for (const path of [outside, `${data}-images`, join(data, 'images'), join(data, 'restores', 'web')]) {
      expect(problemsWith(path)).toEqual([]);
    }
  });

  it('are not the whole file system', () => {
    for (const path of ['/', '/..']) {
      expect(problemsWith(path)).toEqual([
        `REINSTATE_LOCATIONS: location "store" (${path}) is the whole file system; ` +
          'name a folder for images or restores alone',
      ]);
    }
  });

  it('neither are, contain nor lie in the data folder, by no link either', () => {
    const instead = `name a folder outside of ${data}, or its images or restores`;
    symlinkSync(data, join(outside, 'link'));
    const lies = `lies in the data folder, among database, keys and logs; ${instead}`;
    for (const [path, why] of [
      [data, `is the data folder; ${instead}`],
      [folder, `contains the data folder; ${instead}`],
      [join(data, 'keys'), lies],
      [join(data, 'repository'), lies],
      [join(data, 'images', '..', 'keys'), lies],
      [join(outside, 'link'), `is the data folder; ${instead}`],
      [join(outside, 'link', 'keys'), lies],
    ] as const) {
      expect(problemsWith(path)).toEqual([`REINSTATE_LOCATIONS: location "store" (${path}) ${why}`]);
    }
  });

  it('reach neither repository nor keys that stand elsewhere', () => {
    const repository = join(outside, 'repository');
    const keyFile = join(outside, 'keys', 'private.key');
    const named = { REINSTATE_REPOSITORY_FOLDER: repository, REINSTATE_SEALING_PRIVATE_KEY_FILE: keyFile };
    const without = { REINSTATE_SEALING_PRIVATE_KEY_FILE: keyFile };
    for (const [path, why, settings] of [
      [repository, 'is the repository folder; name another folder', named],
      [outside, `contains the repository folder ${repository}; name another folder`, named],
      [join(repository, 'pages'), `lies in the repository folder ${repository}; name another folder`, named],
      [join(outside, 'keys'), `contains the key file ${keyFile}; name another folder`, without],
    ] as const) {
      expect(problemsWith(path, settings)).toEqual([`REINSTATE_LOCATIONS: location "store" (${path}) ${why}`]);
    }
  });
});

describe('secret files', () => {
  it('are read without their line end', () => {
    const path = write('database-url', `${DATABASE_URL}\n`);
    expect(readApiConfig({ REINSTATE_DATABASE_URL_FILE: path }).databaseUrl).toBe(DATABASE_URL);
    expect(readSecretFile(write('key', 'abc\n', 0o400), 'KEY')).toBe('abc');
  });

  it.each(['640', '604', '620', '644'])('are refused with mode %s, saying what to run', (mode) => {
    const path = write('database-url', DATABASE_URL, Number.parseInt(mode, 8));
    expect(problemsOf(() => readApiConfig({ REINSTATE_DATABASE_URL_FILE: path }))).toEqual([
      `REINSTATE_DATABASE_URL_FILE: others than its owner may use the file ${path}; run: chmod 600 ${path}`,
    ]);
  });

  it('are refused when missing, empty or a folder', () => {
    const missing = join(folder, 'none');
    expect(problemsOf(() => readSecretFile(missing, 'KEY'))).toEqual([`KEY: the file ${missing} does not exist`]);
    expect(problemsOf(() => readSecretFile(folder, 'KEY'))).toEqual([`KEY: ${folder} is not a plain file`]);
    const empty = write('empty', '\n');
    expect(problemsOf(() => readSecretFile(empty, 'KEY'))).toEqual([`KEY: the file ${empty} is empty`]);
  });
});
