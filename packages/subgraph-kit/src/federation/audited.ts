import { parse } from "graphql";
import { Directive } from "type-graphql";

/**
 * For a type whose objects nobody reads unrecorded: the gateway writes who reads them into its access log. Write it where
 * the type is owned. `by` is the field set that names the object, or the audited objects that it is about.
 */
export const Audited = ({ by }: { readonly by: string }) => Directive(`@audited(by: ${JSON.stringify(by)})`);

/** For composition, which keeps it for the gateway. */
export const auditedDefinition = parse(`
  extend schema
    @link(url: "https://an-sinh.example/specs/audited/v1.0", import: ["@audited"])
    @composeDirective(name: "@audited")

  "Nobody reads objects of the type unrecorded: a gateway writes into its access log who reads them. The field set names the object, or the audited objects that it is about."
  directive @audited(by: String! = "id") on OBJECT
`);
