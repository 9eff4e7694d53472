import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { AdministrativeUnit } from "../external/administrative-unit.stub.js";
import { TransactionOfficeEntity } from "./transaction-office.entity.js";

@Resolver(() => TransactionOfficeEntity)
export class TransactionOfficeResolver {
  @Title("Đơn vị hành chính")
  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description:
      "The unit that the office serves. An older office serves a district that closed on 2025-07-01.",
  })
  administrativeUnit(@Root() { administrativeUnitId }: TransactionOfficeEntity): AdministrativeUnit {
    return { id: administrativeUnitId };
  }
}
