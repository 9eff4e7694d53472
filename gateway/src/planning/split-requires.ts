import type { FetchNode, QueryPlanSelectionNode } from "@apollo/query-planner";
import { parse, print, stripIgnoredCharacters, type DocumentNode } from "graphql";
import { forEachEntityField, keepEntityFields, variablesOf } from "./entity-fields.js";
import { conflict, reduceTo } from "./required-values.js";
import type { Requirements } from "./requirements.js";

/** Fields that one fetch can have together, as `Type.field`, and what they require. */
interface Group {
  readonly fields: Set<string>;
  readonly needed: QueryPlanSelectionNode[];
}

/**
 * Splits a fetch of entities whose fields require different virtual fields of one real field. Each part has fields and
 * a representation of its own. All parts have the path of the fetch, and none needs another.
 *
 * Returns the fetch itself where one representation has room for all.
 */
export function splitConflictingRequires(fetch: FetchNode, requirements: Requirements): readonly FetchNode[] {
  const { requires, variableUsages } = fetch;
  if (!requires || !hasVirtualField(requires, requirements)) return [fetch];
  const document = parse(fetch.operation, { noLocation: true });
  const groups = groupFields(document, fetch.serviceName, requirements);
  if (groups.length < 2) return [fetch];
  return groups.map(({ fields, needed }) => {
    const part = keepEntityFields(document, (typeName, fieldName) => fields.has(`${typeName}.${fieldName}`));
    const used = variablesOf(part);
    return {
      ...fetch,
      requires: reduceTo(needed, requires, requirements),
      operation: stripIgnoredCharacters(print(part)),
      operationDocumentNode: undefined,
      variableUsages: variableUsages?.filter((name) => used.has(name)),
    };
  });
}

function hasVirtualField(selections: readonly QueryPlanSelectionNode[], requirements: Requirements): boolean {
  return selections.some(
    (node) =>
      (node.kind === "Field" && requirements.isVirtual(node.name)) ||
      hasVirtualField(node.selections ?? [], requirements),
  );
}

/** Puts each field of the entities into the first group that has room for what it requires. */
function groupFields(
  document: DocumentNode,
  serviceName: string,
  requirements: Requirements,
): readonly Group[] {
  const groups: Group[] = [];
  forEachEntityField(document, (typeName, fieldName) => {
    const required = requirements.of(serviceName, typeName, fieldName);
    let group = groups.find(({ needed }) => !conflict(needed, required, requirements));
    if (!group) groups.push((group = { fields: new Set(), needed: [] }));
    group.fields.add(`${typeName}.${fieldName}`);
    group.needed.push(...required);
  });
  return groups;
}
