import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import type { RequiredField, Requirements } from "./requirements.js";

type Selections = readonly QueryPlanSelectionNode[];

/** Whether one representation has no room for both: they need different virtual fields of one real field. */
export function conflict(left: Selections, right: Selections, requirements: Requirements): boolean {
  const others = fieldsOf(right);
  return fieldsOf(left).some((one) =>
    others.some((other) => {
      if (!requirements.sharePlace(one, other)) return false;
      if (one.field.name !== other.field.name) return true;
      return conflict(one.field.selections ?? [], other.field.selections ?? [], requirements);
    }),
  );
}

/**
 * A representation without the virtual fields that are not needed, and without other fields whose place a needed
 * virtual field takes. Keys stay: they have no arguments.
 */
export function reduceTo(
  needed: Selections,
  representation: Selections,
  requirements: Requirements,
): QueryPlanSelectionNode[] {
  const neededFields = fieldsOf(needed);
  const reduce = (node: QueryPlanSelectionNode, condition?: string): QueryPlanSelectionNode[] => {
    if (node.kind === "InlineFragment") {
      const inner = node.selections.flatMap((child) => reduce(child, node.typeCondition ?? condition));
      return inner.length > 0 ? [{ ...node, selections: inner }] : [];
    }
    const inPlace = neededFields.filter((one) =>
      requirements.sharePlace(one, { field: node, typeCondition: condition }),
    );
    const same = inPlace.filter(({ field }) => field.name === node.name);
    if (same.length === 0 && (inPlace.length > 0 || requirements.isVirtual(node.name))) return [];
    if (!node.selections) return [node];
    const neededBelow = same.flatMap(({ field }) => field.selections ?? []);
    const inner = reduceTo(neededBelow, node.selections, requirements);
    return inner.length > 0 ? [{ ...node, selections: inner }] : [];
  };
  return representation.flatMap((node) => reduce(node));
}

/** Whether all is there that is needed of every type. */
export function covers(present: Selections, needed: Selections, requirements: Requirements): boolean {
  const fields = fieldsOf(present);
  const ofEveryType = fieldsOf(needed).filter(({ typeCondition }) => typeCondition === undefined);
  return ofEveryType.every((one) => {
    const same = fields.filter(
      (other) => other.field.name === one.field.name && requirements.sharePlace(one, other),
    );
    const below = same.flatMap(({ field }) => field.selections ?? []);
    return same.length > 0 && covers(below, one.field.selections ?? [], requirements);
  });
}

function fieldsOf(selections: Selections, typeCondition?: string): readonly RequiredField[] {
  return selections.flatMap((node) =>
    node.kind === "Field"
      ? [{ field: node, typeCondition }]
      : fieldsOf(node.selections, node.typeCondition ?? typeCondition),
  );
}
