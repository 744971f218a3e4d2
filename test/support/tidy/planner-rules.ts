/** One rule, one file in the folder of its family, one registration there, one citation, one table in its test. */
import { dottedName, parseScript, walk } from './parsed-script.js';
import type { AstNode } from './parsed-script.js';
import type { SourceFile, Violation } from './source-file.js';

const RULES_FOLDER = 'src/planner/rules/';

export function checkPlannerRules(files: readonly SourceFile[]): Violation[] {
  const rules = files.filter(({ path }) => isRuleFile(path));
  const registries = new Map(files.filter(({ path }) => path.endsWith('/index.ts')).map((file) => [file.path, file]));
  const tests = new Map(files.filter(({ path }) => path.endsWith('.test.ts')).map((file) => [file.path, file]));
  const paths = new Set(files.map(({ path }) => path));
  const violations: Violation[] = [];
  const ids = new Map<string, string>();
  for (const rule of rules) {
    const name = rule.path.slice(RULES_FOLDER.length).replace(/\.ts$/, '');
    const complain = (message: string) => violations.push({ path: rule.path, line: 0, message });
    const found = ruleObjects(rule);
    if (found.length !== 1)
      complain(`holds ${found.length} rules (objects with id and check or reject); one file is one rule`);
    for (const { id, hasCitation } of found) {
      if (!hasCitation) complain('has no citation: a finding nobody can look up convinces nobody');
      if (id === undefined) complain('has an id that is no plain string');
      else if (ids.has(id)) complain(`uses id ${id}, which is the id of ${ids.get(id)}`);
      else ids.set(id, rule.path);
    }
    const [family, file] = name.split('/') as [string, string];
    const registrations = registrationsOf(registries.get(`${RULES_FOLDER}${family}/index.ts`), file);
    if (registrations !== 1) complain(`is imported ${registrations} times by rules/${family}/index.ts, not once`);
    if (!paths.has(`test/planner/rules/${name}.table.ts`)) complain(`has no test/planner/rules/${name}.table.ts`);
    const asked = registrationsOf(tests.get(`test/planner/rules/${family}.test.ts`), `${family}/${file}.table`);
    if (asked !== 1) complain(`has a table that test/planner/rules/${family}.test.ts imports ${asked} times, not once`);
  }
  return violations;
}

function isRuleFile(path: string): boolean {
  if (!path.startsWith(RULES_FOLDER) || !path.endsWith('.ts')) return false;
  const parts = path.slice(RULES_FOLDER.length).split('/');
  return parts.length === 2 && parts[1] !== 'index.ts';
}

function registrationsOf(registry: SourceFile | undefined, name: string): number {
  if (registry === undefined) return 0;
  return parseScript(registry).imports.filter(({ specifier }) => specifier === `./${name}.js`).length;
}

interface RuleObject {
  readonly id: string | undefined;
  readonly hasCitation: boolean;
}

function ruleObjects(file: SourceFile): RuleObject[] {
  const found: RuleObject[] = [];
  walk(parseScript(file).root, (node) => {
    if (node.type !== 'ObjectExpression') return;
    const properties = propertiesOf(node);
    if (!properties.has('id') || !(properties.has('check') || properties.has('reject'))) return;
    const id = properties.get('id');
    found.push({
      id: id?.type === 'StringLiteral' ? String(id['value']) : undefined,
      hasCitation: properties.has('citation') || properties.has('citations'),
    });
  });
  return found;
}

function propertiesOf(object: AstNode): Map<string, AstNode | undefined> {
  const properties = new Map<string, AstNode | undefined>();
  for (const property of object['properties'] as AstNode[]) {
    const name = dottedName(property['key'] ?? property);
    if (name !== undefined) properties.set(name, property['value'] as AstNode | undefined);
  }
  return properties;
}
