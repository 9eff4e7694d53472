import { Kind, type SelectionNode } from "graphql";
import { isCondition } from "../execution/operation/settled-operation.js";
import { valueIn, type VariableDefaults } from "./argument-values.js";
import { product, type Term } from "./term.js";

/** 1 where `@skip` and `@include` let a selection be, 0 where not. */
export function conditionOf({ directives = [] }: SelectionNode, defaults: VariableDefaults): Term {
  let condition: Term = 1;
  for (const directive of directives.filter(isCondition)) {
    const value = directive.arguments?.[0]?.value;
    const included = directive.name.value === "include";
    if (value?.kind === Kind.BOOLEAN && value.value !== included) return 0;
    if (value?.kind !== Kind.VARIABLE) continue;
    const name = value.name.value;
    const met: Term = (variables) => ((valueIn(variables, name) ?? defaults.get(name)) === included ? 1 : 0);
    condition = product(condition, met);
  }
  return condition;
}
