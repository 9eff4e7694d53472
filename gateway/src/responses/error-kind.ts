import type { GraphQLFormattedError } from "graphql";

type Located = Pick<GraphQLFormattedError, "path" | "extensions">;

/** Such as "things.size" for the sizes of all things. */
export const fieldAt = (path: readonly (string | number)[]): string =>
  path.filter((step) => typeof step === "string").join(".");

/** The same for errors with the same code at the same field, wherever in its lists. */
export const errorKind = ({ path = [], extensions }: Located): string =>
  `${String(extensions?.["code"])} ${fieldAt(path)}`;
