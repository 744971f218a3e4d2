import { defineCommand } from './command.js';

export const demoCommand = defineCommand({
  command: 'demo',
  describe: 'Show the main job on a throw-away service: capture, plan, restore, prove',
  example: ['demo --keep', 'show it, and leave the service running for a first query'],
  builder: (parser) =>
    parser.option('keep', { type: 'boolean', default: false, describe: 'leave the service running until Ctrl-C' }),
  run: async ({ keep }, context) => {
    // Loaded when asked for: the estate is large, and other commands start faster without it.
    const { runDemo } = await import('../demo/run-demo.js');
    return runDemo(keep, context);
  },
});
