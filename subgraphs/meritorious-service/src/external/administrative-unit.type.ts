import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households, which describes it; here it gains its statistics. */
@ObjectType("AdministrativeUnit")
@Directive('@key(fields: "id")')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;
}
