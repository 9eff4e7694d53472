import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field, ID } from "type-graphql";

@ArgsType()
export class ClassificationArgs {
  @Field(() => DateScalar, { nullable: true, description: "The day. Null: today." })
  on?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The standard, such as central-2022. An unknown one is BAD_USER_INPUT. Null: the one that the household's province reports by.",
  })
  standard?: string | null;
}
