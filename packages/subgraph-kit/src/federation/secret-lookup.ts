import { parse } from "graphql";
import { Directive } from "type-graphql";

/**
 * For a field of Query that finds something by a secret. The gateway takes it once in an operation, its arguments as
 * variables of a POST only, and so often of each caller in a minute.
 */
export const SecretLookup = ({ perMinute }: { readonly perMinute: number }) =>
  Directive(`@secretLookup(perMinute: ${perMinute})`);

/** For composition, which keeps it for the gateway. */
export const secretLookupDefinition = parse(`
  extend schema
    @link(url: "https://an-sinh.example/specs/secretLookup/v1.0", import: ["@secretLookup"])
    @composeDirective(name: "@secretLookup")

  "The field finds something by a secret that nobody may guess or read: a gateway takes it once in an operation, its arguments as variables of a POST only, and so often of each caller in a minute."
  directive @secretLookup(perMinute: Int!) on FIELD_DEFINITION
`);
