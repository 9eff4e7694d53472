import { TransactionOfficeEntity } from "@an-sinh/credit-programs/transaction-office/transaction-office.entity";
import { defineFileKind } from "../../file-kind.js";
import { id, text, unitId } from "../../values/text.js";

export const transactionOffices = defineFileKind<TransactionOfficeEntity>({
  name: "transaction-offices",
  description: "Offices of the policy bank.",
  entity: TransactionOfficeEntity,
  key: ["id"],
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    { name: "name", property: "name", type: text(160), description: "The name." },
    {
      name: "unit_id",
      property: "administrativeUnitId",
      type: unitId,
      description: "The administrative unit that it serves: 24@2025-07-01, or 27@0.",
    },
  ],
});
