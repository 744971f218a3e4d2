/**
 * Goal: no secret reaches a log line, by whatever field, depth, error or address it comes; everything else does.
 * Method: write to a logger that keeps its lines, with a canary under each secret name, and compare the parsed lines.
 */
import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../../src/adapters/log/logger.js';

const CANARY = 'canary-77ab';

function logged(write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLogger('test', 'info', { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('a log line', () => {
  it('tells process, level, UTC time, message and fields', () => {
    const [line] = logged((log) => log.warn({ operationId: 'a', sizes: [1, 2] }, 'done'));
    expect(line).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
      process: 'test',
      pid: process.pid,
      operationId: 'a',
      sizes: [1, 2],
      msg: 'done',
    });
  });

  it.each([
    'authorization',
    'bundle',
    'configInfo',
    'dataFileKey',
    'databaseUrl',
    'NVRAM',
    'nvramBase64',
    'password',
    'privateKey',
    'token',
    'variables',
  ])('hides %s at every depth', (name) => {
    const lines = logged((log) => log.info({ [name]: CANARY, in: { list: [{ [name]: { deep: CANARY } }] } }, 'a'));
    expect(JSON.stringify(lines)).not.toContain(CANARY);
    expect(lines[0]?.['in']).toEqual({ list: [{ [name]: '[secret]' }] });
  });

  it('hides the password of an address in fields, messages and errors, causes included', () => {
    const address = `postgresql://reinstate:${CANARY}@127.0.0.1:5432/a`;
    const error = new Error(`cannot reach ${address}`, { cause: new Error(address) });
    const lines = logged((log) => log.error({ err: error, place: address }, `at ${address}`));
    expect(JSON.stringify(lines)).not.toContain(CANARY);
    expect(lines[0]?.['place']).toBe('postgresql://reinstate:[secret]@127.0.0.1:5432/a');
    expect(lines[0]?.['msg']).toBe('at postgresql://reinstate:[secret]@127.0.0.1:5432/a');
  });

  it('leaves the further fields of an error out, because they may hold anything', () => {
    const error = Object.assign(new Error('failed'), { code: 'ECONNREFUSED', parameters: [CANARY] });
    const [line] = logged((log) => log.error({ err: error }, 'a'));
    expect(line?.['err']).toMatchObject({ name: 'Error', message: 'failed', code: 'ECONNREFUSED' });
    expect(JSON.stringify(line)).not.toContain(CANARY);
  });

  it('shows bytes by their number and ends a circle', () => {
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;
    const [line] = logged((log) => log.info({ block: Buffer.from(CANARY), circle }, 'a'));
    expect(line?.['block']).toBe('[11 bytes]');
    expect(JSON.stringify(line?.['circle'])).toContain('[deep]');
  });
});
