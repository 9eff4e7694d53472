import { postQuery } from "../../../support/post-query.js";

/** The data of an answer. Throws with the query when there are errors. */
export async function ask<Data>(url: string, query: string): Promise<Data> {
  const answer = await postQuery(`${url}/graphql`, query);
  const { data, errors } = answer as { data: Data; errors?: unknown };
  if (errors) throw new Error(`${query}\n${JSON.stringify(errors)}`);
  return data;
}
