import type { FetchNode } from "@apollo/query-planner";
import { Kind, type DocumentNode, type SelectionSetNode } from "graphql";
import { mapFieldSet, parseFieldSet } from "./field-sets.js";
import { joinedFieldsOf, serviceNamesOf } from "./join-directives.js";
import { requiringFields } from "./requiring-fields.js";
import { SubgraphFields } from "./subgraph-fields.js";

/** "chained": it requires something, and others require it. "foreign": the subgraph requires it of others. */
type SuspectKind = "chained" | "foreign";

/** Fields that a plan may have in a fetch where they do not belong. */
export class SuspectFields {
  readonly #fields: SubgraphFields;
  readonly #graphs: ReadonlyMap<string, string>;
  readonly #roots = new Map<string, string>();
  readonly #kinds = new Map<string, SuspectKind>();

  constructor(supergraph: DocumentNode) {
    this.#fields = new SubgraphFields(supergraph);
    const services = serviceNamesOf(supergraph);
    this.#graphs = new Map([...services].map(([graph, service]) => [service, graph]));
    for (const definition of supergraph.definitions) {
      if (definition.kind !== Kind.SCHEMA_DEFINITION) continue;
      for (const { operation, type } of definition.operationTypes)
        this.#roots.set(operation, type.name.value);
    }
    this.#findKinds(supergraph);
  }

  /** True: no plan is wrong. */
  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  isChained(service: string, typeName: string, fieldName: string): boolean {
    return this.#kinds.get(`${this.#graphs.get(service)}:${typeName}.${fieldName}`) === "chained";
  }

  /** How often a fetch selects suspect fields of a kind. */
  count(
    kind: SuspectKind,
    { serviceName, requires, operationKind }: FetchNode,
    document: DocumentNode,
  ): number {
    const graph = this.#graphs.get(serviceName) ?? "";
    const typeName = requires ? "_Entity" : (this.#roots.get(operationKind) ?? "");
    let count = 0;
    mapFieldSet(
      selectionOf(document, requires !== undefined),
      { graph, typeName },
      this.#fields,
      (field, owner) => {
        if (this.#kinds.get(`${graph}:${owner}.${field.name.value}`) === kind) count += 1;
        return field;
      },
    );
    return count;
  }

  #findKinds(supergraph: DocumentNode): void {
    const required = new Set<string>();
    for (const { graph, typeName, fieldName, requires, isRequired } of requiringFields(supergraph)) {
      if (isRequired) this.#kinds.set(`${graph}:${typeName}.${fieldName}`, "chained");
      mapFieldSet(parseFieldSet(requires), { graph, typeName }, this.#fields, (field, owner) => {
        required.add(`${graph}:${owner}.${field.name.value}`);
        return field;
      });
    }
    for (const { graph, external, typeName, field } of joinedFieldsOf(supergraph)) {
      const place = `${graph}:${typeName}.${field.name.value}`;
      if (external && required.has(place)) this.#kinds.set(place, "foreign");
    }
  }
}

/** What a fetch selects of the root or of its entities. */
function selectionOf(document: DocumentNode, isOfEntities: boolean): SelectionSetNode {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const [first] = definition.selectionSet.selections;
    if (!isOfEntities) return definition.selectionSet;
    if (first?.kind === Kind.FIELD && first.selectionSet) return first.selectionSet;
  }
  throw new Error("Expected a fetch with an operation");
}
