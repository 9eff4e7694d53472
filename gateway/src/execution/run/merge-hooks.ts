import type { FetchHooks } from "./fetch-hooks.js";

/**
 * Hooks that do what both do, the first ones first. The first failure counts. `contextOf` of the first ones gets what the
 * second ones make, so their `afterFetch` finds their own context.
 */
export function mergeHooks(first: FetchHooks, second: FetchHooks): FetchHooks {
  return {
    afterPlanning: both(first.afterPlanning, second.afterPlanning),
    beforeFetch: firstFailure(first.beforeFetch, second.beforeFetch),
    contextOf: nested(first.contextOf, second.contextOf),
    afterFetch: both(first.afterFetch, second.afterFetch),
  };
}

type Hook<Name extends keyof FetchHooks> = FetchHooks[Name];

function both<Args extends unknown[]>(
  first: ((...args: Args) => void) | undefined,
  second: ((...args: Args) => void) | undefined,
): ((...args: Args) => void) | undefined {
  if (!first || !second) return first ?? second;
  return (...args) => {
    first(...args);
    second(...args);
  };
}

function firstFailure(first: Hook<"beforeFetch">, second: Hook<"beforeFetch">): Hook<"beforeFetch"> {
  if (!first || !second) return first ?? second;
  return (fetch, context) => first(fetch, context) ?? second(fetch, context);
}

function nested(first: Hook<"contextOf">, second: Hook<"contextOf">): Hook<"contextOf"> {
  if (!first || !second) return first ?? second;
  return (fetch, context) => first(fetch, second(fetch, context));
}
