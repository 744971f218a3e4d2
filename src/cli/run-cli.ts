import { readFileSync } from 'node:fs';
import yargs from 'yargs';
import type { Argv } from 'yargs';
import { ConfigError, readCliConfig, readSecretFile } from '../config.js';
import { captureCommand } from './capture.js';
import { CliError, usageError } from './cli-error.js';
import type { CliIo } from './cli-io.js';
import { createGraphqlClient } from './client/graphql-client.js';
import type { GraphqlClient } from './client/graphql-client.js';
import type { Answer, Command, CommandContext, GlobalOptions } from './command.js';
import { configCommand } from './config.js';
import { demoCommand } from './demo.js';
import { EXIT } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { extractCommand } from './offline/extract.js';
import { explainCommand, rulesCommand } from './offline/rules.js';
import { gcCommand } from './gc.js';
import { operationsCommand } from './operations.js';
import { planCommand } from './plan.js';
import { pointsCommand } from './points.js';
import { recordCommand } from './record.js';
import { restoreCommand } from './restore.js';
import { scrubCommand } from './scrub.js';
import { serveCommand } from './serve.js';
import { siteCommand } from './site.js';
import { tokensCommand } from './tokens.js';
import { verifyCommand } from './verify.js';
import { vmsCommand } from './vms.js';

const COMMANDS: readonly Command[] = [
  serveCommand,
  demoCommand,
  vmsCommand,
  pointsCommand,
  siteCommand,
  recordCommand,
  captureCommand,
  planCommand,
  restoreCommand,
  verifyCommand,
  scrubCommand,
  gcCommand,
  operationsCommand,
  tokensCommand,
  configCommand,
  extractCommand,
  rulesCommand,
  explainCommand,
];

const EPILOGUE = 'Exit codes: 0 good, 1 not restorable or failed, 2 usage, 3 unknown or stale. More: docs/cli.md';

/** Runs one command line (without node and program). Everything said goes through `io`; nothing is thrown. */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  // A shell that asks for completions passes on what is typed so far, and reads plain lines.
  const isJson = args.includes('--json') && args[0] !== '--get-yargs-completions';
  const end: { exitCode: ExitCode } = { exitCode: EXIT.good };
  const parser = buildParser(args, async (options, run) => {
    refuseEmpty(options);
    const answer = await run(createContext(options, io));
    writeAnswer(answer, options.json, io);
    end.exitCode = answer.exitCode;
  });
  try {
    await parser.parseAsync([...args], {}, (_error: unknown, _argv: unknown, output: string) => {
      if (output !== '') writeAnswer({ exitCode: EXIT.good, json: { text: output }, text: output }, isJson, io);
    });
    return end.exitCode;
  } catch (error) {
    return writeError(error, isJson, io);
  }
}

type ExecuteCommand = Parameters<Command['register']>[1];

function buildParser(args: readonly string[], execute: ExecuteCommand): Argv<GlobalOptions> {
  const parser = yargs([...args])
    .scriptName('reinstate')
    .usage('$0 <command>\n\nKeeps a catalog of VMware backups, plans restores and carries them out.')
    .option('json', { type: 'boolean', default: false, global: true, describe: 'answer with one JSON document' })
    .option('url', { type: 'string', requiresArg: true, global: true, describe: 'address of the service' })
    .option('token-file', { type: 'string', requiresArg: true, global: true, describe: 'file that holds the token' })
    .exitProcess(false)
    .strict()
    .recommendCommands()
    .demandCommand(1, 'give a command')
    .version(readVersion())
    .help()
    .wrap(110)
    .epilogue(EPILOGUE)
    .fail((message: string | null, error?: Error) => {
      throw asUsageError(message, error);
    });
  const typed = addCompletion(parser, args) as unknown as Argv<GlobalOptions>;
  for (const command of COMMANDS) command.register(typed, execute);
  return typed;
}

/** The package prints the script whatever else was typed; asked for help, this command is one like the others. */
function addCompletion<Options>(parser: Argv<Options>, args: readonly string[]): Argv<Options> {
  const describe = 'Print a script that completes commands in bash and zsh';
  if (!args.includes('--help')) return parser.completion('completion', describe);
  const example: [string, string][] = [['$0 completion >> ~/.bashrc', 'complete in bash; for zsh ~/.zshrc']];
  return parser.command('completion', describe, (inner) => inner.example(example));
}

/** What the parser finds wrong with a command line; anything else that was thrown is passed on. */
function asUsageError(message: string | null, error: Error | undefined): Error {
  if (error !== undefined && error.name !== 'YError') return error;
  const text = error?.message ?? message ?? 'the command line is not understood';
  const option = /^Not enough arguments following: (.+)$/.exec(text)?.[1];
  if (option === undefined) return usageError(text, 'see: reinstate --help');
  const name = option.length === 1 ? `-${option}` : `--${option}`;
  return usageError(`${name} needs a value`, `one that begins with a dash is written ${name}=VALUE`);
}

/** An empty value is what a script passes on when its variable is not set. */
function refuseEmpty(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === '') throw usageError(`${name} needs a value: it was given an empty one`, 'see: reinstate --help');
  }
}

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function createContext(options: GlobalOptions, io: CliIo): CommandContext {
  let client: GraphqlClient | undefined;
  return {
    io,
    json: options.json,
    say: (text) => {
      if (!options.json) io.writeOut(`${text}\n`);
    },
    client: () => {
      client ??= connect(options, io);
      return client;
    },
  };
}

function connect(options: GlobalOptions, io: CliIo): GraphqlClient {
  const { url, tokenFile } = readCliConfig({ url: options.url, tokenFile: options.tokenFile });
  return createGraphqlClient({ url, token: readSecretFile(tokenFile, 'token file') }, io);
}

function writeAnswer({ json, text }: Answer, isJson: boolean, io: CliIo): void {
  if (isJson) io.writeOut(`${JSON.stringify(json, null, 2)}\n`);
  else if (text !== '') io.writeOut(`${text}\n`);
}

function writeError(error: unknown, isJson: boolean, io: CliIo): ExitCode {
  const { code, message, remedy, exitCode } = asCliError(error);
  if (isJson) io.writeOut(`${JSON.stringify({ error: { code, message, remedy } }, null, 2)}\n`);
  io.writeError(`reinstate: ${message}\n${remedy === null ? '' : `  ${remedy}\n`}`);
  return exitCode;
}

/** Anything but an expected error is a bug, and its stack is what the report of a bug needs. */
function asCliError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (error instanceof ConfigError) {
    const remedy = 'is the service set up? its token file is written at the first start: reinstate serve';
    const isToken = error.problems.some((problem) => problem.startsWith('token file'));
    return new CliError(
      'CONFIGURATION',
      error.message,
      isToken ? remedy : 'put it right; then reinstate config shows every setting',
      EXIT.usage,
    );
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new CliError('INTERNAL', `this should not happen: ${text}`, 'please report it');
}
