import "reflect-metadata";
import { ArgsType, Field, Int } from "type-graphql";
import { badArgument } from "../arguments.js";

/** As many items a page has where a client does not say how many. */
export const defaultPageSize = 20;
const maximumPageSize = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many to return from the beginning, or after \`after\`: from 1 to ${maximumPageSize}. Anything else is BAD_USER_INPUT, and so is \`last\` beside it. Null: ${defaultPageSize}, unless \`last\` is given.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Return what follows this cursor, taken from a page of the same list. Null: from the beginning.",
  })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Instead of \`first\`: how many to return from the end, or before \`before\`, in the order of the list. From 1 to ${maximumPageSize}; anything else is BAD_USER_INPUT.`,
  })
  last?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Return what stands before this cursor, taken from a page of the same list. Null: to the end.",
  })
  before?: string | null;
}

/** Which part of a list a client wants: of what lies between the cursors, so many from one end. */
export interface PageRange {
  readonly size: number;
  /** Whether they are counted from the end. */
  readonly isBackward: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** Throws BAD_USER_INPUT for a size outside the limits, and for `first` and `last` together. */
export function pageRange({ first, after, last, before }: PageArgs): PageRange {
  if (first != null && last != null)
    throw badArgument("last", "no `first` beside it: leave out one of them", last);
  const isBackward = last != null;
  const size = isBackward ? pageSize(last, "last") : pageSize(first);
  return { size, isBackward, after: after ?? null, before: before ?? null };
}

/** The page size that a client wants. Throws BAD_USER_INPUT outside the limits. */
export function pageSize(wanted: number | null | undefined, argument = "first"): number {
  const size = wanted ?? defaultPageSize;
  if (size >= 1 && size <= maximumPageSize) return size;
  throw badArgument(argument, `a number from 1 to ${maximumPageSize}`, size);
}
