import { fileURLToPath } from "node:url";
import { official } from "./callers.js";
import { startGraph, type GraphUnderTest } from "./graph.js";
import { tokenOf } from "./tokens.js";

/** The folder of the shipped reports. */
export const reportsFolder = fileURLToPath(new URL("../../schema/operations", import.meta.url));

/** A graph with the shipped reports. */
export const startReportGraph = (): Promise<GraphUnderTest> => startGraph({ reportsFolder });

/** Asks for a file of a report, as an official. */
export async function download({ url }: GraphUnderTest, file: string): Promise<Response> {
  const headers = { authorization: `Bearer ${await tokenOf(official)}` };
  return fetch(`${url}/reports/${file}`, { headers });
}
