import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Person } from "../external/person.stub.js";
import { recordsOfPerson } from "../meritorious-record/meritorious-record.loaders.js";
import { allowancesOnArgument } from "./allowance.inputs.js";
import { listAllowances } from "./allowance.service.js";
import { Allowance } from "./allowance.type.js";

@Resolver(() => Person)
export class PersonAllowancesResolver {
  @ListSize(3)
  @Title("Chế độ ưu đãi")
  @FieldResolver(() => [Allowance], {
    nullable: true,
    description:
      "The monthly allowances and one-off benefits to which the person's records of meritorious service entitle on a day.",
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
}
