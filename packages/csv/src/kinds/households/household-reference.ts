import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import type { Reference } from "../../file-kind.js";

export const householdReference: Reference = { entity: HouseholdEntity, by: "id", noun: "household" };
