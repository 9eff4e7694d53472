import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { BasePayEntity } from "./base-pay.entity.js";
import { listBasePays } from "./base-pay.loaders.js";

/** The base pay in force on a day. Null: the day is before the first one on record. */
export async function findBasePay(context: RequestContext, on: string): Promise<BasePayEntity | null> {
  const pays = await listBasePays(context);
  return pays.find((pay) => isInForce(pay, on)) ?? null;
}
