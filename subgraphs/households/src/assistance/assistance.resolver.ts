import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AssistanceProgramEntity } from "../assistance-program/assistance-program.entity.js";
import { assistanceProgramByCode } from "../assistance-program/assistance-program.loaders.js";
import { HouseholdEntity } from "../household/household.entity.js";
import { householdById } from "../household/household.loaders.js";
import { LivelihoodModelEntity } from "../livelihood-model/livelihood-model.entity.js";
import { livelihoodModelById } from "../livelihood-model/livelihood-model.loaders.js";
import { PersonEntity } from "../person/person.entity.js";
import { personById } from "../person/person.loaders.js";
import { AssistanceEntity } from "./assistance.entity.js";
import { AssistanceArgs } from "./assistance.inputs.js";
import {
  assistanceOfHousehold,
  assistanceOfPerson,
  participantsOfModel,
  type Days,
} from "./assistance.loaders.js";

const daysOf = ({ from, to }: AssistanceArgs): Days => ({ from: from ?? null, to: to ?? null });

@Resolver(() => HouseholdEntity)
export class HouseholdAssistanceResolver {
  @ListSize(8)
  @Title("Trợ giúp")
  @FieldResolver(() => [AssistanceEntity], {
    nullable: true,
    description: "What the household and its members were granted, the earliest first.",
  })
  assistance(
    @Ctx() context: RequestContext,
    @Root() { id }: HouseholdEntity,
    @Args(() => AssistanceArgs) args: AssistanceArgs,
  ): Promise<AssistanceEntity[]> {
    return context.load(assistanceOfHousehold, id, daysOf(args));
  }
}

@Resolver(() => PersonEntity)
export class PersonAssistanceResolver {
  @ListSize(8)
  @Title("Trợ giúp")
  @FieldResolver(() => [AssistanceEntity], {
    nullable: true,
    description:
      "What the person was granted, the earliest first. What was granted to the household as a whole is left out.",
  })
  assistance(
    @Ctx() context: RequestContext,
    @Root() { id }: PersonEntity,
    @Args(() => AssistanceArgs) args: AssistanceArgs,
  ): Promise<AssistanceEntity[]> {
    return context.load(assistanceOfPerson, id, daysOf(args));
  }
}

@Resolver(() => LivelihoodModelEntity)
export class ModelParticipantsResolver {
  @Title("Số hộ tham gia", "Participating households")
  @FieldResolver(() => Int, {
    description:
      "Households on the register that take part. 0 also if only their number was reported, without names.",
  })
  households(@Ctx() context: RequestContext, @Root() { id }: LivelihoodModelEntity): Promise<number> {
    return context.load(participantsOfModel, id);
  }
}

@Resolver(() => AssistanceEntity)
export class AssistanceResolver {
  @Title("Chương trình trợ giúp", "Assistance program")
  @FieldResolver(() => AssistanceProgramEntity, { description: "The program." })
  program(
    @Ctx() context: RequestContext,
    @Root() { programCode }: AssistanceEntity,
  ): Promise<AssistanceProgramEntity | null> {
    return context.load(assistanceProgramByCode, programCode);
  }

  @Title("Hộ gia đình")
  @FieldResolver(() => HouseholdEntity, { description: "The household that it was granted to." })
  household(
    @Ctx() context: RequestContext,
    @Root() { householdId }: AssistanceEntity,
  ): Promise<HouseholdEntity | null> {
    return context.load(householdById, householdId);
  }

  @Title("Người")
  @FieldResolver(() => PersonEntity, {
    nullable: true,
    description: "The member that it was granted to. Null: it was granted to the household as a whole.",
  })
  person(
    @Ctx() context: RequestContext,
    @Root() { personId }: AssistanceEntity,
  ): Promise<PersonEntity | null> | null {
    return personId === null ? null : context.load(personById, personId);
  }

  @Title("Mô hình sinh kế")
  @FieldResolver(() => LivelihoodModelEntity, {
    nullable: true,
    description: "The livelihood model that the household takes part in. Null: it is not for a model.",
  })
  livelihoodModel(
    @Ctx() context: RequestContext,
    @Root() { livelihoodModelId }: AssistanceEntity,
  ): Promise<LivelihoodModelEntity | null> | null {
    return livelihoodModelId === null ? null : context.load(livelihoodModelById, livelihoodModelId);
  }
}
