import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Float, ObjectType } from "type-graphql";
import { PreferredBorrowers } from "./credit-program.enums.js";
import type { PreferredRateEntity } from "./preferred-rate.entity.js";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType({ description: "The lower rate at which a program lends to some of its borrowers." })
export class PreferredRate {
  readonly rateBaseProgramId: string;

  @Title("Đối tượng ưu đãi", "Preferred borrowers")
  @Field(() => PreferredBorrowers, { description: "The borrowers." })
  readonly borrowers: PreferredBorrowers;

  @Title("Lãi suất (%/năm)", "Rate (% a year)")
  @Field(() => Float, {
    nullable: true,
    description:
      "Interest in percent a year, to three decimals, on the day of the terms. Null: the program whose rate it follows has none on that day.",
  })
  readonly annualRatePercent: number | null;

  @Title("So với lãi suất cơ sở (%)")
  @Field(() => Float, {
    description: "The rate in percent of that of `rateBase`: 100 means the same rate.",
  })
  readonly percentOfBaseRate: number;

  @Title("Hiệu lực từ ngày")
  @Field(() => DateScalar, { description: "The first day on which it is in force." })
  readonly validFrom: string;

  @Title("Hiệu lực đến ngày")
  @Field(() => DateScalar, { nullable: true, description: "The last such day. Null: no end is set." })
  readonly validTo: string | null;

  @Translated()
  @Title("Căn cứ pháp lý")
  @Field(() => String, {
    description: 'The legal act that sets it. It says "sample value" of what could not be confirmed.',
  })
  readonly legalBasis: string;

  constructor(entity: PreferredRateEntity, annualRatePercent: number | null) {
    this.rateBaseProgramId = entity.rateBaseProgramId;
    this.borrowers = entity.borrowers;
    this.annualRatePercent = annualRatePercent;
    this.percentOfBaseRate = entity.percentOfBaseRate;
    this.validFrom = entity.validFrom;
    this.validTo = entity.validTo;
    this.legalBasis = entity.legalBasis;
  }
}
