/** Where the graph is, and who asks. */
export interface Connection {
  /** Such as "http://localhost:4000/graphql". */
  readonly url: string;
  /** The token of the user who is signed in, asked for with each request. Null: nobody is. */
  readonly token: () => string | null;
}

/** The header that says who asks. */
export const authorization = (token: string | null): Record<string, string> =>
  token === null ? {} : { authorization: `Bearer ${token}` };
