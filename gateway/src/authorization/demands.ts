import {
  isTypeDefinitionNode,
  Kind,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from "graphql";
import { isComposedType, type ComposedType } from "../planning/join-directives.js";
import { requirementReader, type ReadRequirements, type Requirement } from "./requirement.js";

/** Positions in a list of requirements, all of which must be met. */
export type Demand = readonly number[];

/** What the fields of a supergraph demand. */
export interface Demands {
  /** All different requirements of the supergraph. */
  readonly requirements: readonly Requirement[];
  /** Empty: everyone may see the field. */
  of(typeName: string, fieldName: string): Demand;
}

const nothing: Demand = [];

/**
 * Reads what each field of a supergraph demands: what is written at the field, at the type around it and at the type
 * that it returns. An interface or a union demands what all of its types do, because any of them may be returned. A
 * field of an interface demands what the fields of all of its types do.
 */
export function demandsOf(supergraph: DocumentNode): Demands {
  const reader = new DemandReader(supergraph);
  const byField = new Map<string, Demand>();
  for (const type of supergraph.definitions.filter(isComposedType)) {
    for (const field of type.fields ?? []) {
      const demand = reader.ofField(type, field);
      if (demand.length > 0) byField.set(`${type.name.value}.${field.name.value}`, demand);
    }
  }
  return {
    requirements: reader.requirements,
    of: (typeName, fieldName) => byField.get(`${typeName}.${fieldName}`) ?? nothing,
  };
}

class DemandReader {
  readonly requirements: Requirement[] = [];
  readonly #read: ReadRequirements;
  readonly #positions = new Map<string, number>();
  readonly #types = new Map<string, TypeDefinitionNode>();
  /** By the name of an interface or a union: the types that may stand in its place. */
  readonly #members = new Map<string, readonly string[]>();

  constructor(supergraph: DocumentNode) {
    this.#read = requirementReader(supergraph);
    for (const definition of supergraph.definitions.filter(isTypeDefinitionNode)) {
      this.#types.set(definition.name.value, definition);
      if (definition.kind === Kind.UNION_TYPE_DEFINITION)
        this.#members.set(definition.name.value, definition.types?.map(({ name }) => name.value) ?? []);
      if (!isComposedType(definition)) continue;
      for (const { name } of definition.interfaces ?? [])
        this.#members.set(name.value, [...(this.#members.get(name.value) ?? []), definition.name.value]);
    }
  }

  ofField(type: ComposedType, field: FieldDefinitionNode): Demand {
    const ofParent = this.#ofType(type.name.value);
    const ofValue = this.#ofType(nameOf(field.type));
    return [...new Set([...ofParent, ...ofValue, ...this.#ofFields(type.name.value, field.name.value)])];
  }

  #ofType(name: string): Demand {
    const members = this.#members.get(name) ?? [];
    return [...this.#directly(this.#types.get(name)), ...members.flatMap((member) => this.#ofType(member))];
  }

  /** What is written at a field of a type, and at that field of the types that may stand in its place. */
  #ofFields(typeName: string, fieldName: string): Demand {
    const type = this.#types.get(typeName);
    const field =
      type && isComposedType(type) ? type.fields?.find(({ name }) => name.value === fieldName) : undefined;
    const members = this.#members.get(typeName) ?? [];
    return [...this.#directly(field), ...members.flatMap((member) => this.#ofFields(member, fieldName))];
  }

  #directly(node: Parameters<ReadRequirements>[0] | undefined): Demand {
    return node ? this.#read(node).map((requirement) => this.#positionOf(requirement)) : [];
  }

  #positionOf(requirement: Requirement): number {
    const key = JSON.stringify(requirement);
    const known = this.#positions.get(key);
    if (known !== undefined) return known;
    this.#positions.set(key, this.requirements.length);
    return this.requirements.push(requirement) - 1;
  }
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
