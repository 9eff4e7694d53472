import {
  doTypesOverlap,
  getNamedType,
  GraphQLBoolean,
  GraphQLNonNull,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { ArgumentWriter } from "./argument-writer.js";
import type { OperationSpec, SelectionSpec } from "./operation-spec.js";
import { pick } from "./random.js";
import { ResponseNames } from "./response-names.js";

export interface Operation {
  readonly text: string;
  variables(seed: number): Record<string, unknown>;
}

const aliases = [
  ..."a a a b __proto__ constructor toString hasOwnProperty id code tag zone f0 f1 q0 label".split(" "),
  ..."_entities e0 r0 representations __alias_0 f0__alias_0 f1__alias_1 n__alias_0 client__f0 __typename".split(
    " ",
  ),
];
const introspections = [
  "__schema { queryType { name } mutationType { fields { name } } }",
  '__type(name: "E0") { name kind fields { name type { kind name } } interfaces { name } isOneOf }',
  '__type(name: "Mood") { enumValues(includeDeprecated: true) { name } }',
  '__type(name: "Nothing") { name }',
];

/** Writes the operation that was chosen, over any schema. It is valid. */
export function writeOperation(schema: GraphQLSchema, spec: OperationSpec): Operation {
  const writer = new OperationWriter(schema);
  const mutation = spec.isMutation ? schema.getMutationType() : undefined;
  const root = mutation ?? schema.getQueryType();
  if (!root) throw new Error("Expected a schema with queries");
  const selections = writer.selectionSet(root, spec.selections, new ResponseNames());
  const body = [selections, ...writer.fragments.map(({ sdl }) => sdl)].join("\n");
  return {
    text: `${mutation ? "mutation" : "query"} Q${writer.args.declarations(body)} ${body}`,
    variables: (seed) => writer.args.variables(seed),
  };
}

interface FragmentModel {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly sdl: string;
  readonly names: ResponseNames;
}

const booleanType = new GraphQLNonNull(GraphQLBoolean);

class OperationWriter {
  readonly args = new ArgumentWriter();
  readonly fragments: FragmentModel[] = [];
  readonly #composites: readonly GraphQLCompositeType[];
  #fragmentCount = 0;
  /** How many fields around the current place return an entity interface. */
  #interfaceDepth = 0;

  constructor(readonly schema: GraphQLSchema) {
    this.#composites = Object.values(schema.getTypeMap()).filter(
      (type): type is GraphQLCompositeType => isCompositeType(type) && !type.name.startsWith("__"),
    );
  }

  selectionSet(parent: GraphQLCompositeType, specs: readonly SelectionSpec[], names: ResponseNames): string {
    const written = specs.map((spec) => this.#selection(parent, spec, names)).filter((text) => text !== "");
    return `{ ${written.length > 0 ? written.join(" ") : this.#typeName(parent, "", names)} }`;
  }

  #selection(parent: GraphQLCompositeType, spec: SelectionSpec, names: ResponseNames): string {
    const condition = this.args.condition(booleanType, spec.condition);
    const kind = spec.kind % 20;
    const isFragment = isAbstractType(parent) ? kind < 9 : kind < 4;
    if (isFragment && spec.children.length > 0) return this.#fragment(parent, spec, names, condition);
    if (kind === 18) return this.#typeName(parent, aliasOf(spec), names) + condition;
    if (kind === 19 && parent === this.schema.getQueryType())
      return this.#introspection(spec, names, condition);
    return this.#field(parent, spec, names, condition);
  }

  #fragment(
    parent: GraphQLCompositeType,
    spec: SelectionSpec,
    names: ResponseNames,
    condition: string,
  ): string {
    const reusable = this.fragments.filter(({ type }) => doTypesOverlap(this.schema, parent, type));
    if (spec.kind % 7 === 6 && names.isEmpty && reusable.length > 0) {
      const fragment = pick(reusable, spec.pick);
      names.shareWith(fragment.names);
      return `...${fragment.name}${condition}`;
    }
    const wider = this.#composites.filter((type) => doTypesOverlap(this.schema, parent, type));
    const type = pick(wider, spec.pick);
    const inner = this.selectionSet(type, spec.children, names);
    if (spec.kind % 3 === 0 && type === parent) return `...${condition} ${inner}`;
    if (spec.kind % 3 !== 1) return `... on ${type.name}${condition} ${inner}`;
    const name = pick(["F", "on_", "constructor", "__proto__"], spec.alias) + String(this.#fragmentCount++);
    this.fragments.push({ name, type, sdl: `fragment ${name} on ${type.name} ${inner}`, names });
    return `...${name}${condition}`;
  }

  #typeName(parent: GraphQLCompositeType, alias: string, names: ResponseNames): string {
    const field = { parent, field: "__typename", args: "", type: "String!" };
    for (const name of [alias || "__typename", "__typename", ...freeAliases]) {
      if (names.claim(name, field)) return name === "__typename" ? name : `${name}: __typename`;
    }
    return "";
  }

  #introspection(spec: SelectionSpec, names: ResponseNames, condition: string): string {
    const text = pick(introspections, spec.pick);
    const alias = `i${names.isEmpty ? "" : spec.alias}`;
    const field = { parent: this.#composites[0]!, field: "__schema", args: text, type: text };
    return names.claim(alias, field) ? `${alias}: ${text.replace(" {", `${condition} {`)}` : "";
  }

  #field(parent: GraphQLCompositeType, spec: SelectionSpec, names: ResponseNames, condition: string): string {
    const all = isObjectType(parent) || isInterfaceType(parent) ? Object.values(parent.getFields()) : [];
    // The planner of Apollo needs exponential time and memory for deeper ones.
    const fields = this.#interfaceDepth < 2 ? all : all.filter((field) => !returnsEntityInterface(field));
    if (fields.length === 0) return this.#typeName(parent, aliasOf(spec), names) + condition;
    const composite = fields.filter(({ type }) => isCompositeType(getNamedType(type)));
    const definition =
      spec.kind % 2 && composite.length > 0 ? pick(composite, spec.pick) : pick(fields, spec.pick);
    const args = this.args.write(definition.args, spec.args);
    const field = { parent, field: definition.name, args, type: String(definition.type) };
    for (const name of [aliasOf(spec) || definition.name, definition.name, ...freeAliases]) {
      const inner = names.claim(name, field);
      if (inner) {
        const head = name === definition.name ? name : `${name}: ${definition.name}`;
        return `${head}${args}${condition}${this.#below(definition, spec, inner)}`;
      }
    }
    return "";
  }

  #below(field: GraphQLField<unknown, unknown>, { children }: SelectionSpec, names: ResponseNames): string {
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return "";
    const added = Number(returnsEntityInterface(field));
    this.#interfaceDepth += added;
    const written = this.selectionSet(named, children, names);
    this.#interfaceDepth -= added;
    return ` ${written}`;
  }
}

function returnsEntityInterface({ type }: GraphQLField<unknown, unknown>): boolean {
  const named = getNamedType(type);
  return isInterfaceType(named) && "id" in named.getFields();
}

const freeAliases = Array.from({ length: 30 }, (_, index) => `x${index}`);

/** Empty: the field has no alias. */
function aliasOf({ alias }: SelectionSpec): string {
  return alias % 2 === 0 ? "" : pick(aliases, alias >> 1);
}
