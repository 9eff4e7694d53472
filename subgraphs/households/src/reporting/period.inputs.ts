import { ArgsType, Field, Int } from "type-graphql";

@ArgsType()
export class YearArgs {
  @Field(() => Int, { description: "The year, from 1945 to 2100." })
  year!: number;
}

@ArgsType()
export class PeriodArgs {
  @Field(() => Int, { description: "The first year, from 1945 to 2100." })
  fromYear!: number;

  @Field(() => Int, { description: "The last year, counted in: fromYear or later." })
  toYear!: number;
}
