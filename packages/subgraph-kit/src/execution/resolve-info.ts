import type { GraphQLSchema } from "graphql";
import type { FieldStep, Program, Variables } from "./program.js";

interface InfoSource {
  readonly schema: GraphQLSchema;
  readonly variables: Variables;
}

/** What graphql-js tells resolvers. All objects of a level are resolved together, so there is no path. */
export class ResolveInfo {
  constructor(
    private readonly step: FieldStep,
    private readonly program: Program,
    private readonly source: InfoSource,
  ) {}

  get fieldName() {
    return this.step.field.name;
  }

  get fieldNodes() {
    return this.step.nodes;
  }

  get returnType() {
    return this.step.field.type;
  }

  get parentType() {
    return this.step.type;
  }

  get schema() {
    return this.source.schema;
  }

  get operation() {
    return this.program.operation;
  }

  get variableValues() {
    return this.source.variables;
  }

  get path(): never {
    throw new Error(`Expected the resolver of ${this.step.key} not to need its path.`);
  }
}
