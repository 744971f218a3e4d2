import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { CliIo } from './cli-io.js';
import type { GraphqlClient } from './client/graphql-client.js';
import type { ExitCode } from './exit-codes.js';

/** Options that every command takes. */
export interface GlobalOptions {
  readonly json: boolean;
  readonly url: string | undefined;
  readonly tokenFile: string | undefined;
}

/** What a command says at its end. With `--json` only `json` is printed, as one document, else only `text`. */
export interface Answer {
  readonly exitCode: ExitCode;
  readonly json: unknown;
  readonly text: string;
}

export interface CommandContext {
  readonly io: CliIo;
  readonly json: boolean;
  /** Says something before the end; nothing with `--json`. */
  readonly say: (text: string) => void;
  /** Connects on first use, so that commands which need no service ask for no token. */
  readonly client: () => GraphqlClient;
}

interface CommandSpec<Options> {
  /** Name and positions in the notation of yargs. */
  readonly command: string;
  readonly describe: string;
  /** What is typed after the program's name, and what it does. */
  readonly example: readonly [line: string, meaning: string];
  readonly builder: (parser: Argv<GlobalOptions>) => Argv<Options>;
  readonly run: (options: ArgumentsCamelCase<Options>, context: CommandContext) => Promise<Answer>;
}

/** A command whose options are known to nobody but itself. */
export interface Command {
  readonly name: string;
  readonly register: (parser: Argv<GlobalOptions>, execute: Execute) => void;
}

export type Execute = (options: GlobalOptions, run: (context: CommandContext) => Promise<Answer>) => Promise<void>;

export function defineCommand<Options extends GlobalOptions>(spec: CommandSpec<Options>): Command {
  return {
    name: spec.command.split(' ')[0] ?? spec.command,
    register: (parser, execute) => {
      parser.command<Options>(
        spec.command,
        spec.describe,
        (inner) => spec.builder(inner).example([[`$0 ${spec.example[0]}`, spec.example[1]]]),
        (options) => execute(options, (context) => spec.run(options, context)),
      );
    },
  };
}
