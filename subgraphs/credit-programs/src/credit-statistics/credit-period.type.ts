import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Int, ObjectType } from "type-graphql";
import type { LenderKind } from "../credit-program/credit-program.enums.js";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What one program lent in a unit over some years." })
export class CreditProgramPeriod {
  programId!: string;

  @Title("Số khoản vay theo chương trình", "Loans of the program")
  @Field(() => Int, {
    nullable: true,
    description: `How many loans were paid out. ${withheldIfSmall}`,
  })
  loans!: number | null;

  @Title("Số hộ vay theo chương trình", "Borrowing households of the program")
  @Field(() => Int, {
    nullable: true,
    description: `To how many households. One that borrowed in several years counts once. ${withheldIfSmall}`,
  })
  households!: number | null;

  @Title("Doanh số cho vay theo chương trình", "Disbursed under the program")
  @Field(() => VndScalar, {
    nullable: true,
    description: `What was paid out. ${withheldIfSmall}`,
  })
  disbursed!: number | null;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What was lent in a unit over some years." })
export class CreditPeriodStatistics {
  unitId!: string;
  lenderKind!: LenderKind | null;

  @Title("Từ năm")
  @Field(() => Int, { description: "The first year." })
  fromYear!: number;

  @Title("Đến năm")
  @Field(() => Int, { description: "The last year." })
  toYear!: number;

  @Title("Số khoản vay")
  @Field(() => Int, {
    nullable: true,
    description: `How many loans were paid out from the first day to the last. ${withheldIfSmall}`,
  })
  loans!: number | null;

  @About(
    `Số hộ được vay vốn. Hộ vay nhiều năm hoặc nhiều chương trình chỉ tính một lần. ${withheldInVietnamese}`,
  )
  @Title("Số hộ vay vốn", "Borrowing households")
  @Field(() => Int, {
    nullable: true,
    description: `To how many households. One that borrowed in several years or programs counts once. ${withheldIfSmall}`,
  })
  households!: number | null;

  @About(`Doanh số cho vay trong giai đoạn (đồng). ${withheldInVietnamese}`)
  @Title("Doanh số cho vay")
  @Field(() => VndScalar, {
    nullable: true,
    description: `What was paid out. ${withheldIfSmall}`,
  })
  disbursed!: number | null;
}
