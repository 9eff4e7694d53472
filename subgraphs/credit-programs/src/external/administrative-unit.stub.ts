import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Owned by households; here it gains the credit statistics. */
@ObjectType("AdministrativeUnit")
@Directive('@key(fields: "id")')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;
}
