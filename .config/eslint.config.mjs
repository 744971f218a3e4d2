// Lints the GraphQL contract and the command line's operations. TypeScript is oxlint's part.
import { existsSync } from 'node:fs';
import graphql from '@graphql-eslint/eslint-plugin';
import { schemaRules } from './schema-rules.mjs';

const parser = graphql.parser;
const plugins = { '@graphql-eslint': graphql, schema: schemaRules };

/** Types that are part of an object and have no life, so no id, of their own. */
const VALUE_SUFFIXES = ['Connection', 'Edge', 'Payload', 'Permissions', 'PageInfo', 'Error'];
const VALUE_TYPES = [
  'Viewer',
  'AuditEntry',
  'CapturedItem',
  'ChangeId',
  'ChangeTrackingPlan',
  'ComponentPlan',
  'ControllerPlan',
  'DiskPlan',
  'DurationEstimate',
  'Finding',
  'KeyDecision',
  'KeyReference',
  'Location',
  'NetworkPlan',
  'NotUnderstoodPart',
  'OperationDisk',
  'OperationEvent',
  'PlanApproval',
  'PlanComparison',
  'PlanFact',
  'PlanStep',
  'PlanningPolicy',
  'RateRange',
  'RejectedTransport',
  'Remedy',
  'MarkedRestorePoint',
  'RestorePointChoice',
  'RestorePointDisk',
  'ResultEntry',
  'SealedReference',
  'SiteSectionFacts',
  'StoragePolicy',
  'StreamPlan',
  'VirtualDiskPlan',
  'VspherePlan',
];

/** Our connections carry `nodes` and an opt-in `totalCount` beside what Relay asks for, and page forward only. */
const contractRules = {
  'require-description': [
    'error',
    {
      types: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      DirectiveDefinition: true,
      rootField: true,
    },
  ],
  'naming-convention': [
    'error',
    {
      types: 'PascalCase',
      FieldDefinition: 'camelCase',
      InputValueDefinition: 'camelCase',
      Argument: 'camelCase',
      DirectiveDefinition: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
      'FieldDefinition[parent.name.value=Query]': { forbiddenPrefixes: ['query', 'get', 'list'] },
      'FieldDefinition[parent.name.value=Mutation]': { forbiddenPrefixes: ['mutation'] },
    },
  ],
  'strict-id-in-types': [
    'error',
    { acceptedIdNames: ['id'], acceptedIdTypes: ['ID'], exceptions: { suffixes: VALUE_SUFFIXES, types: VALUE_TYPES } },
  ],
  'no-typename-prefix': 'error',
  'no-unreachable-types': 'error',
  'no-scalar-result-type-on-mutation': 'error',
  'input-name': ['error', { checkInputType: true, caseSensitiveInputType: false }],
  'unique-enum-value-names': 'off',
  'require-type-pattern-with-oneof': 'error',
  'require-nullable-fields-with-oneof': 'error',
  'relay-connection-types': 'error',
  'relay-edge-types': [
    'error',
    { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
  ],
  'relay-arguments': ['error', { includeBoth: false }],
  'relay-page-info': 'error',
  'require-deprecation-reason': 'error',
  'require-deprecation-date': 'error',
  'no-hashtag-description': 'error',
  'description-style': ['error', { style: 'block' }],
};

const ownRules = {
  'schema/connection-asks-for-first': 'error',
  'schema/mutation-answers-with-user-errors': 'error',
};

const operationRules = {
  'no-deprecated': 'error',
  'selection-set-depth': ['error', { maxDepth: 10 }],
  'known-argument-names': 'error',
  'known-type-names': 'error',
  'fields-on-correct-type': 'error',
  'no-unused-variables': 'error',
  'no-unused-fragments': 'error',
  'provided-required-arguments': 'error',
  'naming-convention': [
    'error',
    { OperationDefinition: { style: 'PascalCase' }, FragmentDefinition: { style: 'PascalCase' } },
  ],
};

function prefixed(rules) {
  return Object.fromEntries(Object.entries(rules).map(([name, setting]) => [`@graphql-eslint/${name}`, setting]));
}

/** The plugin refuses a pattern that matches nothing. */
const documents = existsSync('src/cli/operations') ? { documents: 'src/cli/operations/*.graphql' } : {};

const languageOptions = {
  parser,
  parserOptions: { graphQLConfig: { schema: 'schema.graphql', ...documents } },
};

export default [
  { files: ['schema.graphql'], languageOptions, plugins, rules: { ...prefixed(contractRules), ...ownRules } },
  { files: ['src/cli/operations/*.graphql'], languageOptions, plugins, rules: prefixed(operationRules) },
];
