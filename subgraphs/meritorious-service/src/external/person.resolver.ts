import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import { allowancesOnArgument } from "../allowance/allowance.inputs.js";
import { listAllowances } from "../allowance/allowance.service.js";
import { Allowance } from "../allowance/allowance.type.js";
import { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { recordsOfPerson } from "../meritorious-record/meritorious-record.loaders.js";
import { includesWarInvalidOrMartyr } from "../meritorious-record/meritorious-record.service.js";
import { Person } from "./person.type.js";

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => [MeritoriousRecordEntity], {
    description:
      "What the person is recognized as, whatever the record's status, in the order of recognition. Empty: no record.",
  })
  meritoriousRecords(
    @Ctx() context: RequestContext,
    @Root() { id }: Person,
  ): Promise<MeritoriousRecordEntity[]> {
    return context.load(recordsOfPerson, id);
  }

  @FieldResolver(() => [Allowance], {
    description: "The allowances for meritorious service that the person's records bring on a day.",
  })
  async allowances(
    @Ctx() context: RequestContext,
    @Root() { id }: Person,
    @Arg("on", () => DateScalar, allowancesOnArgument) on: string | null,
  ): Promise<Allowance[]> {
    const records = await context.load(recordsOfPerson, id);
    return listAllowances(
      context,
      records.map((record) => record.id),
      on ?? context.today,
    );
  }

  @Directive('@requires(fields: "parentIds")')
  @FieldResolver(() => Boolean, {
    description:
      "Whether a parent who is or was a member of the household is recognized as a war invalid (or is treated as one) or as a martyr, living or dead.",
  })
  isChildOfWarInvalidOrMartyr(
    @Ctx() context: RequestContext,
    @Root() { parentIds = [] }: Person,
  ): Promise<boolean> {
    return includesWarInvalidOrMartyr(context, parentIds);
  }
}
