import { BadUserInputError, ClientError } from "@an-sinh/server/errors";
import { Kind, type ValidationRule } from "graphql";

/** How long a name of a document may be: of a field, an alias, a variable, a fragment or an operation. */
const longestName = 200;

/** How many characters a text of a client may have, as a value of a variable or in a document. */
const longestText = 10_000;

/** How many items a list of a client may have. */
const longestList = 1_000;

/** How many lists and objects a value may lie in. */
const deepestValue = 32;

/**
 * How many lists of a document may lie in each other. Apollo Gateway 2.14.4 goes through each list of a document twice
 * while it plans, and twice again through each list in it: 30 take minutes. Test: gateway/test/input-limits.test.ts.
 */
const deepestList = 6;

/** Rejects documents with a name, a text, a list or a value that is too large, with `QUERY_TOO_COMPLEX`. */
export const inputLimitsRule: ValidationRule = (context) => {
  let lists = 0;
  let objects = 0;
  const check = (what: string, actual: number, most: number) => {
    if (actual <= most) return;
    const message = `The query is too large: expected at most ${most} ${what}, but got: ${actual}.`;
    context.reportError(new ClientError("QUERY_TOO_COMPLEX", message));
  };
  return {
    [Kind.NAME]: ({ value }) => check("characters in a name", value.length, longestName),
    [Kind.STRING]: ({ value }) => check("characters in a text", value.length, longestText),
    [Kind.LIST]: {
      enter: ({ values }) => {
        check("items in a list", values.length, longestList);
        check("lists in each other", ++lists, deepestList);
      },
      leave: () => void (lists -= 1),
    },
    [Kind.OBJECT]: {
      enter: () => check("objects in each other", ++objects, deepestValue),
      leave: () => void (objects -= 1),
    },
  };
};

/** Throws `BAD_USER_INPUT` where the value of a variable is too large. The message says nothing of the value. */
export function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  for (const name in variables) {
    const excess = findExcess(variables[name], 0);
    if (excess) throw new BadUserInputError(`Variable "$${name}" is too large: expected at most ${excess}.`);
  }
}

function findExcess(value: unknown, depth: number): string | undefined {
  if (typeof value === "string") {
    return value.length > longestText ? `${longestText} characters in a text` : undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (depth === deepestValue) return `${deepestValue} levels`;
  if (Array.isArray(value) && value.length > longestList) return `${longestList} items in a list`;
  for (const below of Object.values(value)) {
    const excess = findExcess(below, depth + 1);
    if (excess) return excess;
  }
  return undefined;
}
