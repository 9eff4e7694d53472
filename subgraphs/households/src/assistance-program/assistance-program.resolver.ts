import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AssistanceLevelEntity } from "./assistance-level.entity.js";
import { AssistanceProgramEntity } from "./assistance-program.entity.js";
import { assistancePrograms, levelsOfProgram } from "./assistance-program.loaders.js";

@Resolver(() => AssistanceProgramEntity)
export class AssistanceProgramResolver {
  @ListSize(25)
  @Query(() => [AssistanceProgramEntity], {
    nullable: true,
    description: "The programs of assistance, in the order of their codes.",
  })
  assistancePrograms(@Ctx() context: RequestContext): Promise<readonly AssistanceProgramEntity[]> {
    return assistancePrograms(context);
  }

  @ListSize(4)
  @Title("Mức trợ giúp", "Levels of assistance")
  @FieldResolver(() => [AssistanceLevelEntity], {
    nullable: true,
    description: "How much the program gives, the earliest level first. Empty: no level is set.",
  })
  async levels(
    @Ctx() context: RequestContext,
    @Root() { code }: AssistanceProgramEntity,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "Only the levels in force on this day. Null: all levels on record.",
    })
    on: string | null,
  ): Promise<AssistanceLevelEntity[]> {
    const levels = await context.load(levelsOfProgram, code);
    return on ? levels.filter((level) => isInForce(level, on)) : levels;
  }
}
