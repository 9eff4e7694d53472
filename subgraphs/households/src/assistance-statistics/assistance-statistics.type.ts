import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Int, ObjectType } from "type-graphql";
import { RecipientUnit } from "../assistance/recipient-unit.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "A number of recipients, and what it counts." })
export class RecipientCount {
  @Title("Loại đối tượng", "Kind of recipient")
  @Field(() => RecipientUnit, { description: "What is counted." })
  unit!: RecipientUnit;

  @Title("Số đối tượng", "Recipients")
  @Field(() => Int, { description: "How many." })
  count!: number;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What one program of assistance gave in a unit in one or several years." })
export class AssistanceStatistics {
  programCode!: string;

  @Title("Từ năm")
  @Field(() => Int, { description: "The first year, counted from 1 January." })
  fromYear!: number;

  @Title("Đến năm")
  @Field(() => Int, { description: "The last year, counted to 31 December." })
  toYear!: number;

  @ListSize(3)
  @Title("Đối tượng thụ hưởng")
  @Field(() => [RecipientCount], {
    nullable: true,
    description: `The recipients, by what is counted. A recipient on the register counts once, however often. Numbers that units reported for a year without names are added. What has no recipients is left out. ${withheldIfSmall}`,
  })
  recipients!: RecipientCount[] | null;

  @About(
    `Số hộ được trợ giúp trực tiếp hoặc có thành viên được trợ giúp; mỗi hộ chỉ tính một lần. Đã cộng số liệu do địa phương báo cáo không kèm danh sách. ${withheldInVietnamese}`,
  )
  @Title("Số hộ được trợ giúp", "Households assisted")
  @Field(() => Int, {
    nullable: true,
    description: `Households that received it themselves or for a member. A household on the register counts once. Numbers that units reported for a year without names are added. ${withheldIfSmall}`,
  })
  households!: number | null;

  @About(
    `Kinh phí trợ giúp trong giai đoạn (đồng). Khoản hằng tháng được tính cho từng tháng hưởng, các khoản khác tính vào ngày chi. Đã cộng số liệu do địa phương báo cáo không kèm danh sách. ${withheldInVietnamese}`,
  )
  @Title("Kinh phí trợ giúp", "Amount of assistance")
  @Field(() => VndScalar, {
    nullable: true,
    description: `Dong given in these years. A monthly amount counts for every month begun, any other amount on its day. Amounts that units reported without names are added. ${withheldIfSmall}`,
  })
  amount!: number | null;
}
