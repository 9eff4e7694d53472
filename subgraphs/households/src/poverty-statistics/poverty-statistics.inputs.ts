import { ArgsType, Field, ID, Int } from "type-graphql";
import { Boundary } from "./poverty-statistics.type.js";

@ArgsType()
class PovertyArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      "The standard, such as central-2022. An unknown one is BAD_USER_INPUT. Null: the one under which the unit's province held the review of the year: its own if it issued one, else the central one. One under which it held no review of the year gives no statistics.",
  })
  standard?: string | null;

  @Field(() => Boundary, {
    nullable: true,
    defaultValue: "AS_RECORDED",
    description: "On which boundaries to count.",
  })
  boundary?: Boundary | null;
}

@ArgsType()
export class PovertyYearArgs extends PovertyArgs {
  @Field(() => Int, {
    description:
      'The year. Households are counted at its end, with the classes that its review decided, so that "at the start of 2022" is the year 2021.',
  })
  year!: number;
}

@ArgsType()
export class PovertySeriesArgs extends PovertyArgs {
  @Field(() => Int, { description: "The first year." })
  fromYear!: number;

  @Field(() => Int, {
    description: "The last year: from fromYear to 99 years later. Anything else is BAD_USER_INPUT.",
  })
  toYear!: number;
}
