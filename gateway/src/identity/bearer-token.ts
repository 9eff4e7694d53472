import { unauthenticated } from "./refusals.js";

/** A longer header is not looked at. What it says has to fit into a header on the way to a subgraph. */
const maxCharacters = 8_192;

const bearer = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*) *$/i;

/** The token in a header Authorization. Throws for anything else, such as two headers. */
export function readBearerToken(authorization: string): string {
  if (authorization.length > maxCharacters) throw unauthenticated("The token is too long.");
  const token = bearer.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw unauthenticated("Expected one header Authorization: Bearer, followed by a signed JSON Web Token.");
}
