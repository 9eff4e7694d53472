import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { SecretLookup } from "@an-sinh/subgraph-kit/federation/secret-lookup";
import { Internal } from "@an-sinh/subgraph-kit/federation/internal";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { HouseholdEntity } from "../household/household.entity.js";
import { householdById } from "../household/household.loaders.js";
import { birthDatePrecision, birthMonth, birthYear, earliestBirthDate } from "./birth-date.js";
import { PersonEntity } from "./person.entity.js";
import { BirthDatePrecision } from "./person.enums.js";
import { personById } from "./person.loaders.js";
import { findByIdentificationNumber, listParentIds, shownNumber } from "./person.service.js";

@Resolver(() => PersonEntity)
export class PersonResolver {
  @Query(() => PersonEntity, { nullable: true, description: "The person with this id. Null: there is none." })
  person(
    @Ctx() context: RequestContext,
    @Arg("id", () => ID, { description: "The person's id, which is not the identification number." })
    id: string,
  ): Promise<PersonEntity | null> {
    return context.load(personById, id);
  }

  @SecretLookup({ perMinute: 10 })
  @Query(() => PersonEntity, {
    nullable: true,
    description:
      "The person with this identification number. Null: nobody on the register has it. Once in an operation, with the number in a variable of a POST: else BAD_USER_INPUT. More than 10 in a minute are RATE_LIMITED.",
  })
  personByIdentificationNumber(
    @Ctx() context: RequestContext,
    @Arg("number", () => String, {
      description: "All twelve digits (Decree 137/2015/ND-CP). Anything else is BAD_USER_INPUT.",
    })
    number: string,
  ): Promise<PersonEntity | null> {
    return findByIdentificationNumber(context, number);
  }

  @Title("Số định danh cá nhân")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "All twelve digits for callers with the scope persons:identify, else twelve asterisks: any digit would help to guess the others. Null: not recorded.",
  })
  identificationNumber(
    @Ctx() { caller }: RequestContext,
    @Root() { identificationNumber }: PersonEntity,
  ): string | null {
    return identificationNumber === null ? null : shownNumber(identificationNumber, caller);
  }

  @Title("Năm sinh", "Year of birth")
  @FieldResolver(() => Int, { nullable: true, description: "The year of birth. Null: not known." })
  birthYear(@Root() person: PersonEntity): number | null {
    return birthYear(person);
  }

  @Title("Tháng sinh", "Month of birth")
  @FieldResolver(() => Int, {
    nullable: true,
    description: "The month of birth, from 1 to 12. Null: not known, or only the year is known.",
  })
  birthMonth(@Root() person: PersonEntity): number | null {
    return birthMonth(person);
  }

  @Title("Độ chính xác của ngày sinh", "Precision of date of birth")
  @FieldResolver(() => BirthDatePrecision, {
    nullable: true,
    description: "How exactly the date of birth is known. Null: not at all.",
  })
  birthDatePrecision(@Root() person: PersonEntity): BirthDatePrecision | null {
    return birthDatePrecision(person);
  }

  @Internal()
  @FieldResolver(() => DateScalar, {
    nullable: true,
    description:
      "For departments: the first day on which the person can have been born, for rules that need somebody to be surely young enough. Null: not known.",
  })
  earliestBirthDate(@Root() person: PersonEntity): string | null {
    return earliestBirthDate(person);
  }

  @Title("Hộ gia đình")
  @FieldResolver(() => HouseholdEntity, {
    nullable: true,
    description: "The household that the person belongs to. Null: none on the register.",
  })
  household(
    @Ctx() context: RequestContext,
    @Root() { householdId }: PersonEntity,
  ): Promise<HouseholdEntity | null> | null {
    return householdId === null ? null : context.load(householdById, householdId);
  }

  @Internal()
  @FieldResolver(() => [ID], {
    description:
      "For departments: the ids of the person's parents in the household, living and dead, where the relationships to the head tell who they are. Empty: none known.",
  })
  parentIds(@Ctx() context: RequestContext, @Root() person: PersonEntity): Promise<string[]> {
    return listParentIds(context, person);
  }
}
