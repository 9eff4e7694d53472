import { updateOrganizations } from "@an-sinh/credit-programs/loan-balance/loan-organization.service";
import { EntrustedOrganization } from "@an-sinh/credit-programs/savings-group/savings-group.enums";
import { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";
import { defineFileKind } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { id, text } from "../../values/text.js";
import { placeColumns } from "../place-columns.js";
import { officeReference } from "./references.js";

export const savingsGroups = defineFileKind<SavingsGroupEntity>({
  name: "savings-groups",
  description: "Savings-and-credit groups, through which households borrow. Loans repeat their organization.",
  entity: SavingsGroupEntity,
  key: ["id"],
  place: {},
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    { name: "name", property: "name", type: text(160), description: "The name." },
    ...placeColumns,
    {
      name: "transaction_office_id",
      property: "transactionOfficeId",
      type: id,
      refersTo: officeReference,
      description: "The policy bank's office that serves it.",
    },
    {
      name: "entrusted_organization",
      property: "entrustedOrganization",
      type: choice(EntrustedOrganization),
      description: "The organization that manages it.",
    },
  ],
  afterWrite: updateOrganizations,
});
