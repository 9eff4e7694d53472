/** Posts a query to a GraphQL endpoint and returns the body of the answer. Without a token the client is anonymous. */
export async function postQuery(
  endpoint: string,
  query: string,
  variables?: Record<string, unknown>,
  token?: string,
): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}
