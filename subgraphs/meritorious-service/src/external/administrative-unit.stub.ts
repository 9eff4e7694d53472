import { Directive, Field, ID, ObjectType } from "type-graphql";

/** Households owns administrative units. This department adds their statistics. */
@ObjectType("AdministrativeUnit")
@Directive('@key(fields: "id")')
export class AdministrativeUnit {
  @Field(() => ID)
  id!: string;
}
