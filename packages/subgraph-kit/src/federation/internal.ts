import { Directive } from "type-graphql";

/** For other departments only. The graph that is served hides it from clients: schema/src/contract.ts. */
export const Internal = () => Directive('@tag(name: "internal")');
