import type { ApolloGateway } from "@apollo/gateway";
import { ClientError } from "@an-sinh/kit/errors";
import type { ExecutionResult } from "graphql";
import { reportNulls } from "./report-nulls.js";

type Loaded = Awaited<ReturnType<ApolloGateway["load"]>>;
type LoadOptions = Parameters<ApolloGateway["load"]>[0];

/** Limits that the query planner itself has, by the words of its errors; it gives them no code. */
const plannerLimits = /Exceeded maximum recursive selections|Number of non-local selections exceeds/;

/** An Apollo Gateway whose answers follow the GraphQL specification where its own do not. */
export function answering(
  gateway: ApolloGateway,
): Pick<ApolloGateway, "load" | "stop" | "onSchemaLoadOrUpdate"> {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options?: LoadOptions): Promise<Loaded> => {
      const { schema, executor } = await gateway.load(options);
      return { schema, executor: async (request) => answer(() => executor(request)) };
    },
  };
}

async function answer(execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    return reportNulls(await execute());
  } catch (error) {
    if (!(error instanceof Error) || !plannerLimits.test(error.message)) throw error;
    return { errors: [new ClientError("QUERY_TOO_COMPLEX", "The query selects too much to be planned.")] };
  }
}
