import type { OperationDefinitionNode } from "graphql";

const longestName = 100;
/** Nobody's number gets into a name, also not with underscores in it. */
const longNumber = /\d(?:_*\d){8}/;

/** The name of an operation, as it may be written down. Undefined: it has none, or one with a long number. */
export function safeNameOf({ name }: OperationDefinitionNode): string | undefined {
  const text = name?.value;
  return text === undefined || longNumber.test(text) ? undefined : text.slice(0, longestName);
}
