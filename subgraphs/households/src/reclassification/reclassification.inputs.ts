import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { ArgsType, Field, ID } from "type-graphql";

@ArgsType()
export class ReclassificationArgs {
  @Field(() => ID, {
    description: "The standard to apply, such as central-2027. It need not be in force on the day.",
  })
  standard!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day whose classes on record are compared. Null: today.",
  })
  on?: string | null;
}
