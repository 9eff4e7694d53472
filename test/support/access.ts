import { readFileSync } from "node:fs";
import { demandsOf, type Demands } from "@an-sinh/gateway/authorization/demands";
import { supergraphFile } from "@an-sinh/deployment/embedded-graph";
import { Kind, parse, type FieldDefinitionNode, type ObjectTypeDefinitionNode, type TypeNode } from "graphql";

/** A field of the graph, and what its caller needs. */
export interface FieldAccess {
  /** "Loan.household". */
  readonly name: string;
  readonly isNullable: boolean;
  /** Scopes that the field demands, but no object around it: without them it is cut alone. Empty: none. */
  readonly own: readonly string[];
  /** All scopes without which nobody comes to the field. */
  readonly all: readonly string[];
}

interface Place {
  readonly type: ObjectTypeDefinitionNode;
  readonly field: FieldDefinitionNode;
}

/** Each field that clients see, by type and name. */
export function fieldAccess(): readonly FieldAccess[] {
  const supergraph = parse(readFileSync(supergraphFile, "utf8"), { noLocation: true });
  const demands = demandsOf(supergraph);
  const places = supergraph.definitions
    .filter(
      (definition): definition is ObjectTypeDefinitionNode => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
    )
    .filter(isVisible)
    .flatMap((type) => (type.fields ?? []).filter(isVisible).map((field) => ({ type, field })));
  const held = heldInside(places, demands);
  return places.map(({ type, field }) => {
    const around = held.get(type.name.value) ?? new Set();
    const own = scopesOf(demands, type.name.value, field.name.value).filter((scope) => !around.has(scope));
    return {
      name: `${type.name.value}.${field.name.value}`,
      isNullable: field.type.kind !== Kind.NON_NULL_TYPE,
      own: own.toSorted(),
      all: [...around, ...own].toSorted(),
    };
  });
}

/** The scopes that everyone has who comes to an object of a type, by whatever way. */
function heldInside(places: readonly Place[], demands: Demands): ReadonlyMap<string, ReadonlySet<string>> {
  const held = new Map<string, ReadonlySet<string>>([["Query", new Set()]]);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const { type, field } of places) {
      const around = held.get(type.name.value);
      if (!around) continue;
      const target = typeNameOf(field.type);
      const here = new Set([...around, ...scopesOf(demands, type.name.value, field.name.value)]);
      const before = held.get(target);
      const now = before ? new Set([...before].filter((scope) => here.has(scope))) : here;
      if (before?.size === now.size) continue;
      held.set(target, now);
      isSettled = false;
    }
  }
  return held;
}

/** The graph joins scopes by "and" only, so that a table can show who sees what. */
function scopesOf(demands: Demands, typeName: string, fieldName: string): readonly string[] {
  const scopes = demands.of(typeName, fieldName).flatMap((position) => {
    const requirement = demands.requirements[position];
    const alternatives = requirement?.kind === "scopes" ? requirement.alternatives : [];
    if (alternatives.length !== 1) throw new Error(`Expected one list of scopes at ${typeName}.${fieldName}`);
    return alternatives.flat();
  });
  return [...new Set(scopes)];
}

const isVisible = ({ directives }: ObjectTypeDefinitionNode | FieldDefinitionNode): boolean =>
  !directives?.some(({ name }) => name.value === "inaccessible");

const typeNameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : typeNameOf(type.type);
