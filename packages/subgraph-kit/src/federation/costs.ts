import { Directive } from "type-graphql";

/**
 * What a field costs a query, in points, beside what is selected below it: `@cost` of the IBM cost specification. One
 * point is about the work for one object of an answer. Without it a field of objects costs 1, and any other 0.
 */
export const Cost = (points: number) => Directive(`@cost(weight: ${points})`);

/** How many items a list has that the client cannot make shorter: rather the most that is usual than the mean. */
export const ListSize = (items: number) => Directive(`@listSize(assumedSize: ${items})`);

interface Slicing {
  /** The arguments that say how many items are asked for. */
  readonly slicingArguments: readonly string[];
  /** The lists below the field that have the size. Default: the field itself is the list. */
  readonly sizedFields?: readonly string[];
  /**
   * The size where none of the arguments is given. Undefined: one of them has a default. The specification does not
   * allow both, and Cosmo's composition refuses them.
   */
  readonly assumedSize?: number;
}

/** How many items a list has of which the client says how many it wants. */
export const SlicedBy = ({ slicingArguments, sizedFields = [], assumedSize }: Slicing) =>
  Directive(
    `@listSize(${[
      ...(assumedSize === undefined ? [] : [`assumedSize: ${assumedSize}`]),
      `slicingArguments: ${JSON.stringify(slicingArguments)}`,
      ...(sizedFields.length > 0 ? [`sizedFields: ${JSON.stringify(sizedFields)}`] : []),
      "requireOneSlicingArgument: false",
    ].join(", ")})`,
  );
