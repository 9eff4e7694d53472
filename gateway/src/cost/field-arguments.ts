import { BadUserInputError } from "@an-sinh/server/errors";
import {
  getNamedType,
  isInputObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
} from "graphql";
import { argumentValue, toTerm, type VariableDefaults } from "./argument-values.js";
import type { CostDirectives, ListSize } from "./cost-directives.js";
import { sum, type Term } from "./term.js";

/** How many items a client asks for. Undefined: neither the client nor the schema says. */
export function sliceOf(
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  listSize: ListSize | undefined,
  defaults: VariableDefaults,
): Term | undefined {
  if (!listSize) return undefined;
  const { slicingArguments, assumedSize, requireOneSlicingArgument } = listSize;
  const values = slicingArguments.map((name) => argumentValue(field, definition, name, defaults));
  if (values.length === 0) return assumedSize ?? undefined;
  const isGiven = (name: string) => field.arguments?.some((argument) => argument.name.value === name);
  const defaultOf = (name: string) => definition.args.find((arg) => arg.name === name)?.defaultValue;
  const given =
    slicingArguments.filter(isGiven).length ||
    slicingArguments.filter((name) => defaultOf(name) != null).length;
  if (requireOneSlicingArgument && given !== 1) {
    throw new BadUserInputError(
      `${field.name.value}: expected one of the arguments ${slicingArguments.join(", ")}.`,
    );
  }
  const sizes = values.map((value) => toTerm(value, toSize));
  // Where a client says null, a subgraph takes the default.
  const fallback = assumedSize ?? Math.max(...slicingArguments.map((name) => toSize(defaultOf(name))));
  if (sizes.every((size) => typeof size === "number")) return largest(sizes, fallback);
  return (variables) =>
    largest(
      sizes.map((size) => (typeof size === "number" ? size : size(variables))),
      fallback,
    );
}

const unknownSlice = 10;

/** -1: not said. */
const toSize = (value: unknown): number =>
  value === null || value === undefined ? -1 : Math.max(0, Number(value));

function largest(sizes: readonly number[], assumed: number): number {
  const said = Math.max(...sizes);
  if (said >= 0) return said;
  return assumed >= 0 ? assumed : unknownSlice;
}

interface Costing {
  readonly directives: CostDirectives;
  readonly defaults: VariableDefaults;
}

/** What the values of a field's arguments cost. Without `@cost` on any of them: nothing. */
export function argumentsCost(
  { directives: { weights }, defaults }: Costing,
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  name: string,
): Term {
  const terms = (field.arguments ?? []).map((argument): Term => {
    const argumentName = argument.name.value;
    const type = definition.args.find((candidate) => candidate.name === argumentName)?.type;
    const weight = weights.get(`${name}.${argumentName}`) ?? 0;
    if (!type || (weight === 0 && !isWeighed(type, weights))) return 0;
    const value = argumentValue(field, definition, argumentName, defaults);
    return toTerm(value, (given) =>
      given === null || given === undefined ? 0 : weight + valueCost(given, type, weights),
    );
  });
  return sum(terms);
}

type Weights = CostDirectives["weights"];

function valueCost(value: unknown, type: GraphQLInputType, weights: Weights): number {
  if (Array.isArray(value)) {
    return value.reduce<number>((total, item) => total + valueCost(item, type, weights), 0);
  }
  const named = getNamedType(type);
  const own = weights.get(named.name) ?? 0;
  if (!isInputObjectType(named) || typeof value !== "object" || value === null) return own;
  const fields = named.getFields();
  return Object.entries(value).reduce((total, [name, below]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || below === null) return total;
    return total + (weights.get(`${named.name}.${name}`) ?? 0) + valueCost(below, field.type, weights);
  }, own);
}

/** Whether any value of the type has a weight. */
function isWeighed(type: GraphQLInputType, weights: Weights, seen: ReadonlySet<string> = new Set()): boolean {
  const named = getNamedType(type);
  if (weights.has(named.name)) return true;
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  const path = new Set([...seen, named.name]);
  return Object.values(named.getFields()).some(
    (field) => weights.has(`${named.name}.${field.name}`) || isWeighed(field.type, weights, path),
  );
}
