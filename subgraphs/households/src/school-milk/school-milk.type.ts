import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";

const MilkCircumstance = enumType(
  "MilkCircumstance",
  "A circumstance that makes a child a policy child. One is enough.",
  {
    POOR_HOUSEHOLD: "The household is poor, by the standard that its province reports by.",
    NEAR_POOR_HOUSEHOLD: "The household is near-poor by that standard.",
    CHILD_OF_WAR_INVALID_OR_MARTYR:
      "A parent is recognized as a war invalid or a martyr, as the meritorious service records it.",
    DISABLED: "The child is disabled.",
    ORPHAN: "The child is an orphan.",
  },
);
type MilkCircumstance = keyof typeof MilkCircumstance;

@ObjectType({ description: "One circumstance of a child, and whether it makes it a policy child." })
export class SchoolMilkReason {
  @Field(() => MilkCircumstance, { description: "The circumstance." })
  circumstance!: MilkCircumstance;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is so on the day. Null: not known.",
  })
  met!: boolean | null;

  @Field(() => String, { description: "The resolution that names the circumstance." })
  legalBasis!: string;
}

@ObjectType({
  description:
    "Who pays a child's school milk on a day, and why. Shares are percent of the cost and add up to 100.",
})
export class SchoolMilkSupport {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether any of the circumstances makes it a policy child. Null: the province pays the same for all children.",
  })
  isPolicyChild!: boolean | null;

  @Field(() => Int, { description: "The provincial budget's share, in percent." })
  budgetPercent!: number;

  @Field(() => Int, { description: "The parents' share, in percent." })
  parentsPercent!: number;

  @Field(() => Int, { description: "The suppliers' share, in percent." })
  suppliersPercent!: number;

  @ListSize(6)
  @Field(() => [SchoolMilkReason], {
    description:
      "All circumstances, with what is known of each. Empty: the province pays the same for all children.",
  })
  reasons!: SchoolMilkReason[];

  @Field(() => DateScalar, { description: "The first day of these shares." })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: "Their last day. Null: no end is set." })
  validTo!: string | null;

  @Field(() => String, { description: "The resolution that sets the shares." })
  legalBasis!: string;
}
