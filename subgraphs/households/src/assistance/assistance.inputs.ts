import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field } from "type-graphql";

@ArgsType()
export class AssistanceArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Only what was still running or given on this day or later. Null: from the beginning.",
  })
  from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Only what had begun or was given by this day. Null: to the end of the register.",
  })
  to?: string | null;
}
