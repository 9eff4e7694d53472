import {
  trimSelectionNodes,
  type QueryPlanFieldNode,
  type QueryPlanSelectionNode,
} from "@apollo/query-planner";
import {
  buildASTSchema,
  doTypesOverlap,
  isAbstractType,
  isCompositeType,
  Kind,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import { parseFieldSet } from "./field-sets.js";
import { joinedFieldsOf, serviceNamesOf } from "./join-directives.js";
import type { VirtualField } from "./virtual-fields.js";

/** A field of a representation, with the type condition around it, if there is one. */
export interface RequiredField {
  readonly field: QueryPlanFieldNode;
  readonly typeCondition: string | undefined;
}

/** What the fields of each subgraph require of other subgraphs, under virtual names. */
export class Requirements {
  readonly #virtualFields: ReadonlyMap<string, VirtualField>;
  readonly #schema: GraphQLSchema;
  readonly #ofField = new Map<string, QueryPlanSelectionNode>();

  constructor(supergraph: DocumentNode, virtualFields: ReadonlyMap<string, VirtualField>) {
    this.#virtualFields = virtualFields;
    this.#schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
    const services = serviceNamesOf(supergraph);
    for (const { graph = "", typeName, field, requires } of joinedFieldsOf(supergraph)) {
      if (requires === undefined) continue;
      this.#ofField.set(`${services.get(graph)}:${typeName}.${field.name.value}`, {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: typeName,
        selections: trimSelectionNodes(parseFieldSet(requires).selections),
      });
    }
  }

  /** What a subgraph needs for a field of a type, or of the types that an abstract type stands for. */
  of(serviceName: string, typeName: string, fieldName: string): readonly QueryPlanSelectionNode[] {
    const type = this.#schema.getType(typeName);
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type).map(({ name }) => name) : [];
    return [typeName, ...possible].flatMap((owner) => {
      const required = this.#ofField.get(`${serviceName}:${owner}.${fieldName}`);
      return required ? [required] : [];
    });
  }

  isVirtual(fieldName: string): boolean {
    return this.#virtualFields.has(fieldName);
  }

  /** Whether both fields would be sent under one name, in one object. */
  sharePlace(one: RequiredField, other: RequiredField): boolean {
    const sent = ({ field }: RequiredField) => this.#virtualFields.get(field.name)?.field ?? field.name;
    return sent(one) === sent(other) && this.#mayBeBoth(one.typeCondition, other.typeCondition);
  }

  /** Whether an object may be of both types. Undefined stands for any type. */
  #mayBeBoth(left: string | undefined, right: string | undefined): boolean {
    const leftType = this.#schema.getType(left ?? "");
    const rightType = this.#schema.getType(right ?? "");
    if (!isCompositeType(leftType) || !isCompositeType(rightType)) return true;
    return doTypesOverlap(this.#schema, leftType, rightType);
  }
}
