import "reflect-metadata";
import { ArgsType, Field, Int } from "type-graphql";
import { badArgument } from "../arguments.js";

const defaultPageSize = 20;
const maximumPageSize = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: defaultPageSize,
    description: `How many to return, from 1 to ${maximumPageSize}. Anything else is BAD_USER_INPUT.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Return what follows this cursor, taken from a page of the same list. Null: from the beginning.",
  })
  after?: string | null;
}

/** The page size that a client wants. Throws BAD_USER_INPUT outside the limits. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? defaultPageSize;
  if (size >= 1 && size <= maximumPageSize) return size;
  throw badArgument("first", `a number from 1 to ${maximumPageSize}`, size);
}
