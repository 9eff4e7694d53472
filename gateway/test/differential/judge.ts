import { Supergraph } from "@apollo/federation-internals";
import {
  execute,
  responsePathAsArray,
  type DocumentNode,
  type FieldNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { Instance, ModelData } from "./data.js";
import type { FieldModel } from "./model.js";
import type { Path } from "./oracles.js";

/** Answers from the whole model at once, by graphql-js: what a federated answer must be. */
export class Judge {
  readonly schema: GraphQLSchema;
  /** The places in the last answer whose values follow from other values or from what has run before. */
  dependent: Path[] = [];
  /** The fields of the last answer. */
  fields = new Set<FieldModel>();
  #denied: ReadonlySet<FieldNode> = new Set();

  constructor(
    supergraph: Supergraph,
    readonly data: ModelData,
  ) {
    this.schema = supergraph.apiSchema().toGraphQLJSSchema();
  }

  /** The selections in `denied` fail. */
  async answer(
    document: DocumentNode,
    variableValues: Record<string, unknown>,
    denied: ReadonlySet<FieldNode> = new Set(),
  ): Promise<ExecutionResult> {
    this.data.mutations = 0;
    this.dependent = [];
    this.fields = new Set();
    this.#denied = denied;
    return execute({ schema: this.schema, document, variableValues, fieldResolver: this.#resolve });
  }

  readonly #resolve: GraphQLFieldResolver<Instance | undefined, unknown> = (
    source,
    args: object,
    _context,
    info,
  ) => {
    if (info.fieldNodes.some((node) => this.#denied.has(node))) throw new Error("The selection is denied");
    const field = this.data.field(info.parentType.name, info.fieldName);
    this.fields.add(field);
    if (field.requires || field.origin === "Mutation") this.dependent.push(responsePathAsArray(info.path));
    return this.data.valueOf(field, source?.n ?? 0, args);
  };
}
