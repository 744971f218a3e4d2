// Writes the catalogue of the planner's rules for people, from the rules themselves.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importTypeScript } from './import-typescript.mjs';
import { packageRoot, say } from './run-command.mjs';

const output = join('docs', 'generated', 'rules.md');

const EFFECTS = {
  BLOCKS: 'the restore is not possible',
  UNKNOWN: 'the verdict is UNKNOWN',
  LOSS: 'the restore loses something',
  NONE: 'the verdict stays',
};

function describe(rule) {
  const kind = rule.kind === 'REJECTION' ? ' Rules one executor out; blocks only when none is left.' : '';
  return [
    `## ${rule.id}`,
    '',
    `${rule.title}. **${rule.grade}**: ${EFFECTS[rule.effect]}.${kind}`,
    '',
    `- What to do: ${rule.remedy ?? 'nothing'}`,
    `- Source: ${rule.citation.source}, "${rule.citation.section}" (checked ${rule.citation.checked})`,
    ...(rule.statements.length > 0 ? [`- Statements: ${rule.statements.join(', ')}`] : []),
    '',
  ];
}

const { RULES } = await importTypeScript('planner/rules/index', ['domain', 'planner']);
const lines = [
  '# Rules of the planner',
  '',
  'Made by npm run gen from src/planner/rules. `reinstate rules` prints the same on a terminal.',
  '',
  ...RULES.flatMap(describe),
];
mkdirSync(join(packageRoot, dirname(output)), { recursive: true });
writeFileSync(join(packageRoot, output), lines.join('\n'));
say(`gen: ${output}`);
