import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES } from "@apollo/federation-internals";

const features = ["authenticated/v0.1", "requiresScopes/v0.1", "policy/v0.1"];

/**
 * Apollo Gateway 2.14.4 does not start over a supergraph with `@authenticated`, `@requiresScopes` or `@policy`, because
 * it does not enforce them. We do. Test: gateway/test/authorization/directives.test.ts.
 */
export function supportAccessDirectives(): void {
  for (const feature of features)
    DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.add(`https://specs.apollo.dev/${feature}`);
}
