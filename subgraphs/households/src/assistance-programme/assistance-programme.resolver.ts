import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { AssistanceLevelEntity } from "./assistance-level.entity.js";
import { AssistanceProgrammeEntity } from "./assistance-programme.entity.js";
import { assistanceProgrammes, levelsOfProgramme } from "./assistance-programme.loaders.js";

@Resolver(() => AssistanceProgrammeEntity)
export class AssistanceProgrammeResolver {
  @Query(() => [AssistanceProgrammeEntity], {
    description: "The programmes of assistance, in the order of their codes.",
  })
  assistanceProgrammes(@Ctx() context: RequestContext): Promise<AssistanceProgrammeEntity[]> {
    return assistanceProgrammes(context);
  }

  @FieldResolver(() => [AssistanceLevelEntity], {
    description: "How much it gives, the earliest level first. Empty: no level is set.",
  })
  async levels(
    @Ctx() context: RequestContext,
    @Root() { code }: AssistanceProgrammeEntity,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "Only what is in force on this day. Null: all levels on record.",
    })
    on: string | null,
  ): Promise<AssistanceLevelEntity[]> {
    const levels = await context.load(levelsOfProgramme, code);
    return on ? levels.filter((level) => isInForce(level, on)) : levels;
  }
}

const isInForce = ({ validFrom, validTo }: AssistanceLevelEntity, on: string): boolean =>
  validFrom <= on && (validTo === null || validTo >= on);
