import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import { withFederation } from "../support/supergraph.js";
import { canonical, numberFrom, type Instance, type ModelData } from "./data.js";
import { isOwner, type FieldModel, type KeyModel, type ObjectModel, type Selection } from "./model.js";

type Json = Record<string, unknown>;

/** An object in the execution of a subgraph. */
interface Located extends Instance {
  /** What the gateway sent to look it up. */
  readonly representation?: Json;
  /** The field that the subgraph provides here. */
  readonly provided?: FieldModel | undefined;
}

/** One subgraph of a model. It answers as a strict one does: it refuses whatever a gateway must not ask. */
export class ModelSubgraph {
  readonly schema: GraphQLSchema;
  readonly #documents = new Map<string, DocumentNode>();

  constructor(
    readonly name: string,
    sdl: string,
    readonly data: ModelData,
  ) {
    this.schema = buildSubgraphSchema({ typeDefs: withFederation(sdl), resolvers: this.#references() });
  }

  async execute(query: string, variableValues: Json): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document: this.#document(query),
      variableValues,
      fieldResolver: this.#resolve,
    });
  }

  #document(query: string): DocumentNode {
    const known = this.#documents.get(query);
    if (known) return known;
    const document = parse(query, { noLocation: true });
    const [error] = validate(this.schema, document);
    if (error)
      throw new Error(`The subgraph "${this.name}" got an invalid operation: ${error.message}\n${query}`);
    this.#documents.set(query, document);
    return document;
  }

  /** The reference resolvers of the entities and interface objects with keys. */
  #references(): Record<string, { __resolveReference: (representation: Json) => Promise<Located> }> {
    const entities = [...this.data.model.objects.values()].filter(({ keys, presence, name }) => {
      const isInterfaceHere = this.data.model.abstracts.get(name)?.members.has(this.name);
      return keys.length > 0 && (presence.has(this.name) || isInterfaceHere);
    });
    return Object.fromEntries(
      entities.map((object) => [
        object.name,
        { __resolveReference: async (representation: Json) => this.#lookUp(object, representation) },
      ]),
    );
  }

  #lookUp(object: ObjectModel, representation: Json): Located {
    const presence = object.presence.get(this.name);
    if (presence && !presence.isResolvable) throw new Error(`${this.name} does not look up ${object.name}`);
    const keys = presence ? [...presence.keys] : object.keys;
    for (const key of keys) {
      const n = this.#numberOf(key, representation);
      if (n === undefined) continue;
      const { __typename } = presence ? { __typename: object.name } : this.data.instance(object.name, n);
      return { __typename, n, representation };
    }
    throw this.#wrongPlan(`got no key of ${object.name}: ${JSON.stringify(representation)}`);
  }

  /** Undefined: the representation does not have the key. */
  #numberOf({ selections }: KeyModel, representation: Json): number | undefined {
    const [first] = selections;
    if (!first || selections.some(({ field }) => representation[field.name] === undefined)) return undefined;
    const inner = first.children?.[0];
    const value = representation[first.field.name];
    const n = inner
      ? numberFrom(inner.field, (value as Json)[inner.field.name])
      : numberFrom(first.field, value);
    const same =
      canonical(this.data.select(selections, n)) === canonical(pickSelected(selections, representation));
    if (!Number.isInteger(n) || !same)
      throw new Error(`${this.name} got a wrong key: ${JSON.stringify(representation)}`);
    return n;
  }

  readonly #resolve: GraphQLFieldResolver<Located | undefined, unknown> = (
    source,
    args: object,
    _context,
    info,
  ) => {
    const parent = source ?? { __typename: info.parentType.name, n: 0 };
    const field = this.data.field(info.parentType.name, info.fieldName);
    this.#checkOwnership(parent, field, info.parentType.name);
    const required = field.requires && this.#requiredBy(field, parent);
    const value = this.data.valueOf(field, parent.n, args, required);
    return field.provides ? withProvided(value, field.provides) : value;
  };

  #checkOwnership(parent: Located, field: FieldModel, typeName: string): void {
    const inKey = [...(this.data.model.objects.get(typeName)?.presence.get(this.name)?.keys ?? [])].some(
      ({ selections }) => selections.some((selection) => selection.field === field),
    );
    const isGroupKey = field.isIdentity && field.name === "id";
    if (inKey || isGroupKey || isOwner(field, this.name) || parent.provided === field) return;
    throw this.#wrongPlan(`does not resolve ${typeName}.${field.name}`);
  }

  #requiredBy({ requires = [], name }: FieldModel, { representation }: Located): Json {
    if (!representation) throw this.#wrongPlan(`was asked for ${name} without a representation`);
    return pickSelected(requires, representation);
  }

  #wrongPlan(what: string): Error {
    this.data.wrongPlans.push(`${this.name} ${what}`);
    return new Error(`${this.name} ${what}`);
  }
}

/** The selected values of a representation. Throws where one is missing. */
function pickSelected(selections: readonly Selection[], from: Json): Json {
  const entries = selections.map(({ field, children }) => {
    const value = from[field.name];
    if (value === undefined) throw new Error(`${field.name} is missing in ${JSON.stringify(from)}`);
    return [field.name, children ? pickEach(children, value) : value];
  });
  return Object.fromEntries(entries) as Json;
}

function pickEach(selections: readonly Selection[], value: unknown): unknown {
  if (value === null) return null;
  return Array.isArray(value)
    ? value.map((item) => pickEach(selections, item))
    : pickSelected(selections, value as Json);
}

function withProvided(value: unknown, provided: FieldModel): unknown {
  if (value === null) return null;
  return Array.isArray(value)
    ? value.map((item) => withProvided(item, provided))
    : { ...(value as Instance), provided };
}
