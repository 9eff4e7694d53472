import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { HouseholdEntity } from "./household.entity.js";

export const householdById = rowById(HouseholdEntity, "household");
