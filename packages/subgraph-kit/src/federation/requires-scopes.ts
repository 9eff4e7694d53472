import { Directive } from "type-graphql";

/**
 * Who does not have all of these scopes does not see the type or the field: the gateway cuts it out of operations. Write
 * it where the type is owned; composition joins what all subgraphs say.
 */
export const RequiresScopes = (...scopes: readonly `${string}:${string}`[]) =>
  Directive(`@requiresScopes(scopes: [${JSON.stringify(scopes)}])`);
