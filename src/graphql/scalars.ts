/** Scalars of the contract. Their errors say what is expected and never what was given. */
import { Kind } from 'graphql';
import type { GraphQLScalarType, ValueNode } from 'graphql';
import { ApiError } from './errors.js';

interface ScalarRules {
  readonly expected: string;
  readonly parse: (value: unknown) => string | number | undefined;
  readonly serialize: (value: unknown) => string | undefined;
}

const DECIMAL = /^(0|[1-9]\d{0,15})$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const SHA256 = /^[0-9a-fA-F]{64}$/;

function parseByteSize(value: unknown): number | undefined {
  if (typeof value !== 'string' || !DECIMAL.test(value)) return undefined;
  const bytes = Number(value);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** To UTC milliseconds. A day that does not exist (30 February) is refused: the parser would roll it over. */
function parseMoment(value: unknown): string | undefined {
  if (typeof value !== 'string' || !MOMENT.test(value)) return undefined;
  const milliseconds = Date.parse(value);
  const day = Date.parse(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(milliseconds) || Number.isNaN(day)) return undefined;
  if (new Date(day).toISOString().slice(0, 10) !== value.slice(0, 10)) return undefined;
  return new Date(milliseconds).toISOString();
}

function isUtc(value: unknown): value is string {
  return typeof value === 'string' && parseMoment(value) === value;
}

/** By name of the scalar in schema.graphql. */
export const SCALAR_RULES: Readonly<Record<string, ScalarRules>> = {
  ByteSize: {
    expected: 'bytes as a decimal string such as "1048576"',
    parse: parseByteSize,
    serialize: (value) => (Number.isSafeInteger(value) && (value as number) >= 0 ? String(value) : undefined),
  },
  DateTime: {
    expected: 'a moment such as "2026-05-04T03:02:01.000Z"',
    parse: parseMoment,
    serialize: (value) => (isUtc(value) ? value : undefined),
  },
  Sha256: {
    expected: '64 hexadecimal digits',
    parse: (value) => (typeof value === 'string' && SHA256.test(value) ? value.toLowerCase() : undefined),
    serialize: (value) => (typeof value === 'string' && SHA256.test(value) ? value : undefined),
  },
};

/** Gives a scalar of the schema its behaviour. */
export function equipScalar(scalar: GraphQLScalarType, rules: ScalarRules): void {
  const parse = (value: unknown) => {
    const parsed = rules.parse(value);
    if (parsed === undefined) throw new ApiError('BAD_USER_INPUT', `Expected ${rules.expected}.`);
    return parsed;
  };
  scalar.parseValue = parse;
  scalar.parseLiteral = (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined);
  scalar.serialize = (value) => {
    const text = rules.serialize(value);
    if (text === undefined) throw new TypeError(`${scalar.name} cannot show what the catalog holds`);
    return text;
  };
}
