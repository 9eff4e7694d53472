import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field } from "type-graphql";

@ArgsType()
export class AssistanceArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Only what ended or was given on this day or later, or has no end. Null: from the beginning.",
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Only what began or was given on this day or earlier. Null: to the end of the register.",
  })
  to?: string | null;
}
