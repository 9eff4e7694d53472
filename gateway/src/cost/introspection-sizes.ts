import type { ListSize } from "./cost-directives.js";

const sizes: Readonly<Record<string, number>> = {
  "__Schema.types": 300,
  "__Schema.directives": 10,
  "__Type.fields": 12,
  "__Type.interfaces": 2,
  "__Type.possibleTypes": 4,
  "__Type.enumValues": 5,
  "__Type.inputFields": 4,
  "__Field.args": 2,
  "__Directive.args": 2,
};

/** How long the lists of an introspection are in a large schema. */
export const introspectionSizes: ReadonlyMap<string, ListSize> = new Map(
  Object.entries(sizes).map(([name, assumedSize]) => [
    name,
    { assumedSize, slicingArguments: [], sizedFields: [], requireOneSlicingArgument: false },
  ]),
);
