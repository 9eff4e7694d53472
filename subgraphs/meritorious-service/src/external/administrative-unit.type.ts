import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType("AdministrativeUnit", { description: "An administrative unit of the households department." })
@Directive('@key(fields: "id")')
export class AdministrativeUnit {
  @Field(() => ID, { description: "Stands for code and validity together." })
  id!: string;
}
