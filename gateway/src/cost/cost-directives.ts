import {
  Kind,
  parse,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from "graphql";

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
}

interface DirectiveNames {
  readonly cost: string;
  readonly listSize: string;
}

/** Reads the directives under the names that the supergraph gives them. A supergraph may have none. */
export function readCostDirectives(supergraphSdl: string): CostDirectives {
  const document = parse(supergraphSdl, { noLocation: true });
  const names = namesIn(document);
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const weigh = (name: string, directives: readonly ConstDirectiveNode[] = []) => {
    const weight = argumentsOf(directives, names.cost)?.["weight"];
    if (weight !== undefined) weights.set(name, Number(weight));
  };
  const readField = (name: string, field: FieldDefinitionNode | InputValueDefinitionNode) => {
    weigh(name, field.directives);
    if (field.kind !== Kind.FIELD_DEFINITION) return;
    const size = argumentsOf(field.directives, names.listSize);
    if (size) listSizes.set(name, toListSize(size));
    for (const argument of field.arguments ?? [])
      weigh(`${name}.${argument.name.value}`, argument.directives);
  };
  for (const definition of document.definitions) {
    if (!("name" in definition) || !definition.name || !("directives" in definition)) continue;
    const type = definition.name.value;
    if (definition.kind !== Kind.DIRECTIVE_DEFINITION) weigh(type, constant(definition.directives));
    if (!("fields" in definition)) continue;
    for (const field of definition.fields ?? []) readField(`${type}.${field.name.value}`, field);
  }
  return { weights, listSizes };
}

/** Definitions have constant directives only. The types of graphql-js 16.15.0 say so of each kind, not of all. */
const constant = (directives: unknown) => directives as readonly ConstDirectiveNode[] | undefined;

const specification = /^https:\/\/specs\.apollo\.dev\/([^/]+)\/v/;

/** The names that the `@link` of the specification gives the directives. */
function namesIn(document: DocumentNode): DirectiveNames {
  const schemas = document.definitions.filter(
    ({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION,
  );
  const links = schemas.flatMap((schema) => ("directives" in schema ? (schema.directives ?? []) : []));
  for (const link of links) {
    const { url, as, import: imported } = argumentsOf([link as ConstDirectiveNode], "link") ?? {};
    if (typeof url !== "string" || specification.exec(url)?.[1] !== "cost") continue;
    const prefix = typeof as === "string" ? as : "cost";
    const names = new Map((Array.isArray(imported) ? imported : []).map(importedName));
    return {
      cost: names.get("@cost") ?? prefix,
      listSize: names.get("@listSize") ?? `${prefix}__listSize`,
    };
  }
  return { cost: "cost", listSize: "listSize" };
}

function importedName(imported: unknown): readonly [string, string] {
  if (typeof imported === "string") return [imported, imported.slice(1)];
  const { name, as = name } = imported as { readonly name: string; readonly as?: string };
  return [name, as.slice(1)];
}

function argumentsOf(
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Readonly<Record<string, unknown>> | undefined {
  const directive = directives?.find((candidate) => candidate.name.value === name);
  if (!directive) return undefined;
  const given = directive.arguments ?? [];
  return Object.fromEntries(
    given.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  );
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
