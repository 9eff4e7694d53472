import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households. This department adds its statistics. */
@ObjectType("AdministrativeUnit")
@Directive('@key(fields: "id")')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;
}
