import type { Caller } from "@an-sinh/server/caller";
import { Kind, type ConstDirectiveNode, type DocumentNode } from "graphql";
import { readDirective } from "../planning/join-directives.js";
import { linkedDirective } from "../planning/links.js";

/** Lists of names. Of one list at least, all names must be held. */
type Alternatives = readonly (readonly string[])[];

/** What a type or a field of the supergraph demands of the caller. */
export type Requirement =
  | { readonly kind: "authenticated" }
  | { readonly kind: "scopes"; readonly alternatives: Alternatives }
  | { readonly kind: "policies"; readonly alternatives: Alternatives };

/** Whether a caller meets a requirement. `policies`: those that hold for the caller. */
export function isMet(requirement: Requirement, caller: Caller, policies: ReadonlySet<string>): boolean {
  if (requirement.kind === "authenticated") return caller.subject !== null;
  const held = requirement.kind === "scopes" ? new Set(caller.scopes) : policies;
  return requirement.alternatives.some((names) => names.every((name) => held.has(name)));
}

/** Reads what the directives of a type or a field demand. */
export type ReadRequirements = (node: {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}) => readonly Requirement[];

/** The supergraph says how it calls the directives `@authenticated`, `@requiresScopes` and `@policy`. */
export function requirementReader(supergraph: DocumentNode): ReadRequirements {
  const authenticated = linkedDirective(supergraph, "authenticated");
  const scopes = linkedDirective(supergraph, "requiresScopes");
  const policies = linkedDirective(supergraph, "policy");
  const read = (directive: ConstDirectiveNode): readonly Requirement[] => {
    const name = directive.name.value;
    if (name === authenticated) return [{ kind: "authenticated" }];
    if (name === scopes) return [{ kind: "scopes", alternatives: alternativesOf(directive) }];
    if (name === policies) return [{ kind: "policies", alternatives: alternativesOf(directive) }];
    return [];
  };
  return ({ directives = [] }) => directives.flatMap(read);
}

/** The only argument. Composition reads an empty list as "no requirement", and so do we. */
function alternativesOf(directive: ConstDirectiveNode): Alternatives {
  const [given] = Object.values(readDirective<Record<string, Alternatives>>(directive));
  if (!given || directive.arguments?.[0]?.value.kind !== Kind.LIST)
    throw new Error(`Expected @${directive.name.value} to have a list of lists`);
  return given.length > 0 ? given : [[]];
}
