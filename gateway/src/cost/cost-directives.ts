import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from "graphql";
import { readDirective } from "../planning/join-directives.js";
import { linkedDirective } from "../planning/links.js";
import { readRequiredSelections, type RequiredSelections } from "./required-selections.js";

/** What `@listSize` says of a field. */
export interface ListSize {
  /** Null: it is not said. */
  readonly assumedSize: number | null;
  /** The arguments that say how many items are asked for. The largest counts. */
  readonly slicingArguments: readonly string[];
  /** The lists below the field that have the size. Empty: the field itself is the list. */
  readonly sizedFields: readonly string[];
  /** Whether exactly one of the slicing arguments has to be given. */
  readonly requireOneSlicingArgument: boolean;
}

/** What `@cost` and `@listSize` say in a supergraph. */
export interface CostDirectives {
  /** By the name of a type, of a field "Type.field", of an argument "Type.field.argument" and of an input "Type.field". */
  readonly weights: ReadonlyMap<string, number>;
  /** By the name of a field: "Type.field". */
  readonly listSizes: ReadonlyMap<string, ListSize>;
  readonly required: RequiredSelections;
}

/** Reads the directives under the names that the supergraph gives them. A supergraph may have none. */
export function readCostDirectives(supergraph: DocumentNode): CostDirectives {
  const cost = linkedDirective(supergraph, "cost") ?? "cost";
  const listSize = linkedDirective(supergraph, "cost", { directive: "listSize" }) ?? "listSize";
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const weigh = (name: string, directives: readonly ConstDirectiveNode[] = []) => {
    const weight = argumentsOf(directives, cost)?.["weight"];
    if (weight !== undefined) weights.set(name, Number(weight));
  };
  const readField = (name: string, field: FieldDefinitionNode | InputValueDefinitionNode) => {
    weigh(name, field.directives);
    if (field.kind !== Kind.FIELD_DEFINITION) return;
    const size = argumentsOf(field.directives, listSize);
    if (size) listSizes.set(name, toListSize(size));
    for (const argument of field.arguments ?? [])
      weigh(`${name}.${argument.name.value}`, argument.directives);
  };
  for (const definition of supergraph.definitions) {
    if (!("name" in definition) || !definition.name || !("directives" in definition)) continue;
    const type = definition.name.value;
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) weigh(type, constant(definition.directives));
    if (!("fields" in definition)) continue;
    for (const field of definition.fields ?? []) readField(`${type}.${field.name.value}`, field);
  }
  return { weights, listSizes, required: readRequiredSelections(supergraph) };
}

/** Definitions have constant directives only. The types of graphql-js 16.15.0 say so of each kind, not of all. */
const constant = (directives: unknown) => directives as readonly ConstDirectiveNode[] | undefined;

function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  const directive = directives?.find((candidate) => candidate.name.value === name);
  return directive && readDirective<Readonly<Record<string, unknown>>>(directive);
}

function toListSize(given: Readonly<Record<string, unknown>>): ListSize {
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  return {
    assumedSize: typeof given["assumedSize"] === "number" ? given["assumedSize"] : null,
    slicingArguments: texts(given["slicingArguments"]),
    sizedFields: texts(given["sizedFields"]),
    requireOneSlicingArgument: given["requireOneSlicingArgument"] !== false,
  };
}
