import { Directive } from "type-graphql";

/**
 * What a field costs a query, in points, beside what is selected below it: `@cost` of the IBM cost specification. One
 * point is about the work for one object of an answer. Without it a field of objects costs 1, and any other 0.
 */
export const Cost = (points: number) => Directive(`@cost(weight: ${points})`);

/** How many items a list has that the client cannot make shorter: rather the most that is usual than the mean. */
export const ListSize = (items: number) => Directive(`@listSize(assumedSize: ${items})`);

/**
 * For a field that returns a page of a list, or as many items as its argument `first` says. The argument has a default,
 * so the specification allows no `assumedSize`, and Cosmo's composition refuses one.
 */
export const Paged = ({ sizedFields = ["edges"] }: { readonly sizedFields?: readonly string[] } = {}) =>
  Directive(
    `@listSize(slicingArguments: ["first"]${
      sizedFields.length > 0 ? `, sizedFields: ${JSON.stringify(sizedFields)}` : ""
    }, requireOneSlicingArgument: false)`,
  );
