/**
 * Goal: progress off a terminal is a few lines and never a flood; amounts read well; event streams are split wherever
 * the network cuts them; a throw-away service inherits no setting.
 * Method: the functions themselves, with a clock of the test and streams cut at every byte.
 */
import { describe, expect, it } from '@jest/globals';
import { readServerSentEvents } from '../../src/cli/client/server-sent-events.js';
import { isolatedEnvironment } from '../../src/cli/isolated-environment.js';
import { createProgressReporter, createRateMeter } from '../../src/cli/output/progress.js';
import { formatBytes, formatSeconds } from '../../src/cli/output/words.js';
import { fakeTerminal } from './fake-terminal.js';

const update = (percent: number) => ({
  state: 'RUNNING' as const,
  phase: 'copying',
  percent,
  bytesDone: percent * 1024,
  bytesTotal: 102_400,
  note: null,
});

describe('progress off a terminal', () => {
  it('is one line per 10 % when it is fast', () => {
    const terminal = fakeTerminal({ stepMs: 1 });
    const progress = createProgressReporter(terminal, 'restore');
    for (let percent = 0; percent <= 100; percent += 1) progress.update(update(percent));
    const shown = terminal.error().trim().split('\n');
    expect(shown.map((line) => /(\d+) %/.exec(line)?.[1])).toEqual([
      '0',
      '10',
      '20',
      '30',
      '40',
      '50',
      '60',
      '70',
      '80',
      '90',
      '100',
    ]);
  });

  it('is one line per 5 s when it is slow, with rate and time left', () => {
    const terminal = fakeTerminal({ stepMs: 500 });
    const progress = createProgressReporter(terminal, 'restore');
    for (let tenth = 0; tenth < 40; tenth += 1) progress.update(update(tenth / 10));
    const shown = terminal.error().trim().split('\n');
    expect(shown.length).toBeLessThanOrEqual(10);
    expect(shown[1]).toMatch(/^restore \d+ %, .* of 100 KiB, .*\/s, .* left, copying$/);
  });
});

describe('the rate', () => {
  it('follows a change within its span and is not known from one moment', () => {
    let now = 0;
    const meter = createRateMeter(() => now);
    expect(meter.measure(0)).toBeNull();
    now = 499;
    expect(meter.measure(50)).toBeNull();
    for (let second = 1; second <= 20; second += 1) {
      now = second * 1000;
      meter.measure(second <= 10 ? second * 100 : 1000 + (second - 10) * 10);
    }
    expect(meter.measure(1100)).toBeLessThan(20);
  });
});

describe('words', () => {
  it('of amounts', () => {
    const amounts = [0, 1023, 1024, 1536, 1_048_576, 157_286_400, 1_099_511_627_776];
    expect(amounts.map(formatBytes)).toEqual([
      '0 bytes',
      '1023 bytes',
      '1.0 KiB',
      '1.5 KiB',
      '1.0 MiB',
      '150 MiB',
      '1.0 TiB',
    ]);
    expect([0, 59, 61, 3725].map(formatSeconds)).toEqual(['0 s', '59 s', '1 min 1 s', '1 h 2 min']);
  });
});

describe('server-sent events', () => {
  const text =
    ': ping\n\nevent: next\ndata: {"ä": 1}\n\nevent: next\r\ndata: a\r\ndata: b\r\n\r\ndata:c\n\nevent: cut\n';
  const expected = [
    { event: 'next', data: '{"ä": 1}' },
    { event: 'next', data: 'a\nb' },
    { event: 'message', data: 'c' },
  ];

  it('are the same wherever the stream is cut, and one cut off is dropped', async () => {
    const bytes = Buffer.from(text);
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)];
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          for (const piece of pieces) controller.enqueue(piece);
          controller.close();
        },
      });
      const events: unknown[] = [];
      for await (const event of readServerSentEvents(stream)) events.push(event);
      expect({ cut, events }).toEqual({ cut, events: expected });
    }
  });
});

describe('the environment of a throw-away service', () => {
  it('holds no setting and no database of the one that is set up here', () => {
    const inherited = { PATH: '/bin', REINSTATE_URL: 'http://a', DATABASE_URL: 'postgres://a', EMPTY: undefined };
    expect(isolatedEnvironment({ REINSTATE_PORT: '0' }, inherited)).toEqual({ PATH: '/bin', REINSTATE_PORT: '0' });
  });
});
