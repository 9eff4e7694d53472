import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { BasePayEntity } from "./base-pay.entity.js";

export const listBasePays = defineCatalog((context) => context.read(BasePayEntity, "pay").getMany());
