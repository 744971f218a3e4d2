// What is generated from schema.graphql: types of resolvers, and typed documents of the command line.
import { Kind, print, visit } from 'graphql';

/** JavaScript types of scalars. Bytes are numbers inside and text on the wire; times are UTC text everywhere. */
const serverScalars = {
  ID: { input: 'string', output: 'string' },
  ByteSize: { input: 'number', output: 'number' },
  DateTime: { input: 'string', output: 'string' },
  Sha256: { input: 'string', output: 'string' },
};

/** A client sees what is on the wire. */
const clientScalars = {
  ID: 'string',
  ByteSize: 'string',
  DateTime: 'string',
  Sha256: 'string',
};

/**
 * What a parent object is when a resolver receives it, as `path#Type` seen from the generated file. A type that is not
 * listed arrives as its own generated type.
 */
const mappers = {
  Viewer: '../parents.js#Actor',
  AccessToken: '../parents.js#TokenRecord',
  AccessTokenConnection: '../parents.js#AccessTokenConnectionParent',
  Site: '../parents.js#SiteRecord',
  SiteConnection: '../parents.js#SiteConnectionParent',
  Vm: '../parents.js#VmRecord',
  VmConnection: '../parents.js#VmConnectionParent',
  RestorePoint: '../parents.js#RestorePointRecord',
  RestorePointConnection: '../parents.js#RestorePointConnectionParent',
  RestorePointDisk: '../parents.js#DiskOfPoint',
  Executor: '../parents.js#ExecutorRecord',
  ExecutorConnection: '../parents.js#ExecutorConnectionParent',
  RestorePlan: '../parents.js#PlanRecord',
  SiteSectionFacts: '../parents.js#SiteSectionRecord',
  PlanRestorePayload: '../parents.js#PlanRestorePayloadParent',
  VspherePlan: '../parents.js#VspherePlanParent',
  RestorePlanConnection: '../parents.js#RestorePlanConnectionParent',
  Operation: '../parents.js#OperationRecord',
  OperationConnection: '../parents.js#OperationConnectionParent',
  OperationEvent: '../parents.js#OperationEventRecord',
  OperationEventConnection: '../parents.js#OperationEventConnectionParent',
  AuditEntry: '../parents.js#AuditEntryRecord',
  AuditEntryConnection: '../parents.js#AuditEntryConnectionParent',
  UserError: '../parents.js#UserErrorData',
};

const typeSettings = {
  enumsAsTypes: true,
  useTypeImports: true,
  immutableTypes: true,
  avoidOptionals: false,
  skipTypename: true,
  strictScalars: true,
};

/** Writes each operation as `<Name>Document`: the text to send, branded with its result and variables. */
const documentsPlugin = {
  plugin: (_schema, documents) => {
    const definitions = documents.flatMap(({ document }) => document.definitions);
    const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const blocks = operations.map((operation) => {
      const name = operation.name.value;
      const kind = operation.operation[0].toUpperCase() + operation.operation.slice(1);
      const type = name.endsWith(kind) ? name : `${name}${kind}`;
      const parts = [operation, ...usedFragments(operation, fragments)].map((part) => print(part)).join('\n\n');
      return `export const ${name}Document = \`${parts}\` as TypedDocument<${type}, ${type}Variables>;`;
    });
    return { content: [TYPED_DOCUMENT, ...blocks].join('\n\n') };
  },
};

const TYPED_DOCUMENT = `/** The text of an operation that knows the types of its result and variables. */
export type TypedDocument<Result, Variables> = string & { readonly __types?: (variables: Variables) => Result };`;

function usedFragments(definition, fragments, used = new Set()) {
  visit(definition, {
    FragmentSpread: (spread) => {
      const fragment = fragments.find(({ name }) => name.value === spread.name.value);
      if (fragment === undefined || used.has(fragment)) return;
      used.add(fragment);
      usedFragments(fragment, fragments, used);
    },
  });
  return [...used];
}

export const resolverTypes = {
  schema: 'schema.graphql',
  generates: {
    'src/graphql/generated/resolver-types.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        ...typeSettings,
        scalars: serverScalars,
        contextType: '../context.js#RequestContext',
        mappers,
        makeResolverTypeCallable: true,
      },
    },
  },
};

export const clientOperations = {
  schema: 'schema.graphql',
  documents: 'src/cli/operations/*.graphql',
  generates: {
    'src/cli/generated/operations.ts': {
      plugins: ['typescript-operations', 'documents'],
      config: { ...typeSettings, scalars: clientScalars, onlyOperationTypes: true, exportFragmentSpreadSubTypes: true },
    },
  },
  pluginLoader: (name) => (name.endsWith('/documents') || name === 'documents' ? documentsPlugin : import(name)),
};
