import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Int, ObjectType } from "type-graphql";

const MilkCircumstance = enumType(
  "MilkCircumstance",
  "A circumstance that makes a child a policy child. One is enough.",
  {
    POOR_HOUSEHOLD: {
      vi: "Con hộ nghèo",
      description: "The household is poor, by the standard that its province reports by.",
    },
    NEAR_POOR_HOUSEHOLD: {
      vi: "Con hộ cận nghèo",
      description: "The household is near-poor by that standard.",
    },
    CHILD_OF_WAR_INVALID_OR_MARTYR: {
      vi: "Con thương binh, liệt sĩ",
      description:
        "A parent is recognized as a war invalid or a martyr, as the meritorious service records it.",
    },
    DISABLED: { vi: "Trẻ em khuyết tật", description: "The child is disabled." },
    ORPHAN: { vi: "Trẻ em mồ côi", description: "The child is an orphan." },
  },
);
type MilkCircumstance = keyof typeof MilkCircumstance;

@ObjectType({ description: "One circumstance of a child, and whether it makes it a policy child." })
export class SchoolMilkReason {
  @Title("Hoàn cảnh")
  @Field(() => MilkCircumstance, { description: "The circumstance." })
  circumstance!: MilkCircumstance;

  @Title("Đáp ứng")
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is so on the day. Null: not known.",
  })
  met!: boolean | null;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The resolution that names the circumstance." })
  legalBasis!: string;
}

@ObjectType({
  description:
    "Who pays a child's school milk on a day, and why. Shares are percent of the cost and add up to 100.",
})
export class SchoolMilkSupport {
  @Title("Trẻ em thuộc diện chính sách", "Policy child")
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether any of the circumstances makes it a policy child. Null: the province pays the same for all children.",
  })
  isPolicyChild!: boolean | null;

  @Title("Ngân sách chi trả (%)", "Paid by the budget (%)")
  @Field(() => Int, { description: "The provincial budget's share, in percent." })
  budgetPercent!: number;

  @Title("Phụ huynh chi trả (%)", "Paid by the parents (%)")
  @Field(() => Int, { description: "The parents' share, in percent." })
  parentsPercent!: number;

  @Title("Doanh nghiệp cung ứng chi trả (%)", "Paid by the suppliers (%)")
  @Field(() => Int, { description: "The suppliers' share, in percent." })
  suppliersPercent!: number;

  @ListSize(6)
  @Title("Lý do")
  @Field(() => [SchoolMilkReason], {
    description:
      "All circumstances, with what is known of each. Empty: the province pays the same for all children.",
  })
  reasons!: SchoolMilkReason[];

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day of these shares." })
  validFrom!: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "Their last day. Null: no end is set." })
  validTo!: string | null;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, { description: "The resolution that sets the shares." })
  legalBasis!: string;
}
