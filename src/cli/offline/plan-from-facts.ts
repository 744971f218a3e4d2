import { readFile } from 'node:fs/promises';
import { isVsphereFacts } from '../../planner/facts.js';
import type { PlannerFacts } from '../../planner/facts.js';
import { findRemedies } from '../../planner/find-remedies.js';
import type { Remedies } from '../../planner/find-remedies.js';
import { planRestore } from '../../planner/plan-restore.js';
import { renderPlan } from '../../planner/render-plan.js';
import { CliError, usageError } from '../cli-error.js';
import type { Answer } from '../command.js';
import { EXIT, exitOfVerdict } from '../exit-codes.js';
import { formatWord } from '../output/words.js';
import { factsSchemaOf } from './facts-schema.js';

const SCHEMA_FILE = 'docs/generated/facts.schema.json';

/**
 * Plans from a facts document alone; with `remedies` also tells which changes would help. Throws CliError (usage) that
 * names every wrong path of one that does not fit.
 */
export async function planFromFacts(file: string, remedies: boolean): Promise<Answer> {
  const facts = await readFacts(file);
  const plan = planRestore(facts);
  const exitCode = exitOfVerdict(plan.verdict);
  const text = renderPlan(plan).trimEnd();
  if (!remedies) return { exitCode, json: plan, text };
  if (!isVsphereFacts(facts)) throw usageError('--remedies needs facts of a restore into vSphere');
  const found = findRemedies(facts);
  return { exitCode, json: { plan, remedies: found.remedies }, text: `${text}\n\n${renderRemedies(found)}` };
}

interface ShownRemedies {
  readonly remedies: readonly Pick<Remedies['remedies'][number], 'texts' | 'verdict'>[];
}

export function renderRemedies({ verdict, remedies }: Pick<Remedies, 'verdict'> & ShownRemedies): string {
  if (verdict === 'RESTORABLE') return 'What would help: nothing is needed.';
  if (remedies.length === 0) return 'What would help: none found.';
  const lines = remedies.map(({ texts, verdict: after }) => `  ${formatWord(after)}: ${texts.join(' ')}`);
  return ['What would help (each planned again)', ...lines].join('\n');
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
