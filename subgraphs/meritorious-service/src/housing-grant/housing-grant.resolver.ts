import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Household } from "../external/household.stub.js";
import { Person } from "../external/person.stub.js";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { getRecord } from "../meritorious-record/meritorious-record.service.js";
import { ResponsibleAgencyEntity } from "../responsible-agency/responsible-agency.entity.js";
import { agencyField, findAgency } from "../responsible-agency/responsible-agency.service.js";
import { HousingGrantEntity } from "./housing-grant.entity.js";
import { findGrantNorm } from "./housing-grant.service.js";
import { grantById } from "./housing-grant.loaders.js";

@Resolver(() => HousingGrantEntity)
export class HousingGrantResolver {
  @Query(() => HousingGrantEntity, {
    nullable: true,
    description: "The housing grant with this id. Null: there is none.",
  })
  housingGrant(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The housing grant's id." }) id: string,
  ): Promise<HousingGrantEntity | null> {
    return context.load(grantById, id);
  }

  @Title("Hộ gia đình")
  @FieldResolver(() => Household, { nullable: true, description: "The household whose house it is for." })
  household(@Root() { householdId }: HousingGrantEntity): Household {
    return { id: householdId };
  }

  @Title("Người")
  @FieldResolver(() => Person, {
    nullable: true,
    description: "The member because of whose record it was granted.",
  })
  person(@Root() { personId }: HousingGrantEntity): Person {
    return { id: personId };
  }

  @Title("Hồ sơ người có công")
  @FieldResolver(() => MeritoriousRecordEntity, {
    description: "The record because of which it was granted.",
  })
  record(
    @Ctx() context: RequestContext,
    @Root() { recordId }: HousingGrantEntity,
  ): Promise<MeritoriousRecordEntity> {
    return getRecord(context, recordId);
  }

  @Title("Định mức hỗ trợ")
  @FieldResolver(() => VndScalar, {
    nullable: true,
    description:
      "What the decision provides for this kind of work from the state budget, in dong. Null: no norm is on record.",
  })
  async norm(@Ctx() context: RequestContext, @Root() grant: HousingGrantEntity): Promise<number | null> {
    return (await findGrantNorm(context, grant))?.amount ?? null;
  }

  @Translated()
  @Title("Căn cứ của định mức", "Legal basis of the norm")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The provision that sets the norm. It says "sample value" where the amount could not be confirmed. Null: no norm is on record.',
  })
  async normLegalBasis(
    @Ctx() context: RequestContext,
    @Root() grant: HousingGrantEntity,
  ): Promise<string | null> {
    return (await findGrantNorm(context, grant))?.legalBasis ?? null;
  }

  @Title("Cơ quan phụ trách")
  @FieldResolver(() => ResponsibleAgencyEntity, agencyField("when it was granted"))
  responsibleAgency(
    @Ctx() context: RequestContext,
    @Root() { grantedOn }: HousingGrantEntity,
  ): Promise<ResponsibleAgencyEntity | null> {
    return findAgency(context, grantedOn);
  }
}
