import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { RecipientUnit } from "../assistance/recipient-unit.js";

@ObjectType({ description: "A number of recipients, with what it counts." })
export class RecipientCount {
  @Field(() => RecipientUnit, { description: "What is counted." })
  unit!: RecipientUnit;

  @Field(() => Int, { description: "How many." })
  count!: number;
}

@ObjectType({ description: "What one program of assistance gave in a unit in one or several years." })
export class AssistanceStatistics {
  programCode!: string;

  @Field(() => Int, { description: "The first year, from its 1 January." })
  fromYear!: number;

  @Field(() => Int, { description: "The last year, to its 31 December." })
  toYear!: number;

  @Field(() => [RecipientCount], {
    description:
      "Recipients by what they are. Those on the register count once however often they received something; those of whom only a yearly number was reported are added.",
  })
  recipients!: RecipientCount[];

  @Field(() => Int, {
    description:
      "Households on the register that received it themselves or for a member, each once, and households of which only a yearly number was reported.",
  })
  households!: number;

  @Field(() => VndScalar, {
    description:
      "Dong given in these years: a monthly amount for every month begun, anything else on its day, and what was reported without recipients.",
  })
  amount!: number;
}
