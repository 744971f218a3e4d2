import { readFile } from 'node:fs/promises';
import type { PlannerFacts } from '../../planner/facts.js';
import { planRestore } from '../../planner/plan-restore.js';
import { renderPlan } from '../../planner/render-plan.js';
import { CliError, usageError } from '../cli-error.js';
import type { Answer } from '../command.js';
import { EXIT, exitOfVerdict } from '../exit-codes.js';
import { factsSchemaOf } from './facts-schema.js';

const SCHEMA_FILE = 'docs/generated/facts.schema.json';

/** Plans from a facts document alone. Throws CliError (usage) that names every wrong path of one that does not fit. */
export async function planFromFacts(file: string): Promise<Answer> {
  const plan = planRestore(await readFacts(file));
  return { exitCode: exitOfVerdict(plan.verdict), json: plan, text: renderPlan(plan).trimEnd() };
}

async function readFacts(file: string): Promise<PlannerFacts> {
  const document = parseJson(await readText(file), file);
  const parsed = factsSchemaOf(document).safeParse(document);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || '(document)'}: ${message}`);
  const message = `${file} is no facts document:\n${problems.join('\n')}`;
  throw new CliError('INVALID_FACTS', message, `compare it with ${SCHEMA_FILE}`, EXIT.usage);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file === '-' ? '/dev/stdin' : file, 'utf8');
  } catch (error) {
    throw usageError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}

/** The parser's own message quotes the document, so it is not passed on. */
function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError('INVALID_FACTS', `${file} is not JSON`, `compare it with ${SCHEMA_FILE}`, EXIT.usage);
  }
}
