import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { SavingsGroupEntity } from "./savings-group.entity.js";

export const savingsGroupById = rowById(SavingsGroupEntity, "savingsGroup");
