import { z } from "zod";

/** What executes query plans: our compiled executor, or that of Apollo Gateway, for comparison. */
export type Executor = "compiled" | "stock";

/** The variable EXECUTOR, for every program that starts a gateway. */
export const executorSetting = z
  .enum(["compiled", "stock"], { error: "expected compiled or stock" })
  .default("compiled");
