import type { Rule } from '../../planner/rules/rule.js';
import { RULES } from '../../planner/rules/index.js';
import { CliError } from '../cli-error.js';
import { defineCommand } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { formatTable } from '../output/table.js';
import { formatWord } from '../output/words.js';

interface ShownRule {
  readonly id: string;
  readonly grade: Rule['grade'];
  readonly statements: readonly string[];
  readonly citation: string;
  readonly title: string;
  readonly remedy: string | null;
}

export const rulesCommand = defineCommand({
  command: 'rules',
  describe: 'List every rule that a plan is judged by',
  example: ['rules --json', 'all rules with citation and remedy, as JSON'],
  builder: (parser) => parser,
  run: async () => {
    const shown = RULES.map(showRule);
    const rows = shown.map(({ id, grade, title }) => [id, formatWord(grade), title]);
    const text = `${formatTable(['RULE', 'GRADE', 'CONDITION'], rows)}\n\nmore about one: reinstate explain RULE`;
    return { exitCode: EXIT.good, json: shown, text };
  },
});

export const explainCommand = defineCommand({
  command: 'explain <rule>',
  describe: 'Tell what a rule looks for, where it comes from and what helps',
  example: ['explain nvram.not-captured', 'what does this finding mean?'],
  builder: (parser) => parser.positional('rule', { type: 'string', demandOption: true, describe: 'id of the rule' }),
  run: async ({ rule: id }) => {
    const rule = RULES.find((candidate) => candidate.id === id);
    if (rule === undefined) throw noSuchRule(id);
    return { exitCode: EXIT.good, json: showRule(rule), text: explain(rule) };
  },
});

function noSuchRule(id: string): CliError {
  const near = RULES.filter((rule) => rule.id.split('.')[0] === id.split('.')[0]).map((rule) => rule.id);
  const remedy = near.length > 0 ? `did you mean ${near.join(', ')}?` : 'list them: reinstate rules';
  return new CliError('NOT_FOUND', `there is no rule "${id}"`, remedy);
}

function showRule({ id, grade, statements, citation, title, remedy }: Rule): ShownRule {
  return { id, grade, statements, citation: `${citation.source}, ${citation.section}`, title, remedy };
}

const EFFECTS: Readonly<Record<Rule['effect'], string>> = {
  BLOCKS: 'the restore is not possible this way',
  UNKNOWN: 'nobody knows whether the restore works',
  LOSS: 'the VM comes back with loss',
  NONE: 'none on the verdict',
};

function explain(rule: Rule): string {
  const { citation, statements } = rule;
  const lines = [
    `${rule.id}: ${rule.title}`,
    `  grade      ${formatWord(rule.grade)}`,
    `  effect     ${EFFECTS[rule.effect]}`,
    `  rests on   ${citation.source}, "${citation.section}", read on ${citation.checked}`,
  ];
  if (statements.length > 0) lines.push(`  statements ${statements.join(', ')} of docs/source-statements.md`);
  lines.push(`  what helps ${rule.remedy ?? 'nothing need be done, or nothing can be'}`);
  return lines.join('\n');
}
