import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field, ID } from "type-graphql";

@ArgsType()
export class ReclassificationArgs {
  @Field(() => ID, {
    description:
      "The other standard, such as central-2027. It need not be in force on the day. An unknown one is BAD_USER_INPUT.",
  })
  standard!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the classes on record. Null: today.",
  })
  on?: string | null;
}
