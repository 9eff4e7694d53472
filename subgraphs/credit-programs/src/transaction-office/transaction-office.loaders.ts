import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { TransactionOfficeEntity } from "./transaction-office.entity.js";

export const transactionOfficeById = rowById(TransactionOfficeEntity, "office");
