import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Households owns administrative units. This department adds the housing statistics. */
@ObjectType("AdministrativeUnit")
@Directive('@key(fields: "id")')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;
}
