import { parse } from "graphql";
import { Directive } from "type-graphql";

/**
 * How long the gateway may keep what it got, in seconds. It forgets it earlier when the data of the department changes. So
 * a maxAge is for what nobody tells it: rows that were changed in the database by another program.
 */
export const maxAge = {
  /** Computed from rows that offices and banks send each day: a mistake that was mended by hand shows within minutes. */
  statistics: 300,
  /** What a decree, a decision or a publication says: units, programs, standards, norms. It changes a few times a year. */
  catalog: 3_600,
} as const;

type Hint = { readonly maxAge: number } | { readonly inheritMaxAge: true };

/**
 * The gateway may keep what it got of the type or field, for callers with the same scopes and areas. A response is kept
 * where all that it has may be. Never for what is about a person, a household or a loan, nor for rows in the caller's areas.
 * Write it where the type is owned.
 */
export const CacheControl = (hint: Hint) =>
  Directive(
    "maxAge" in hint ? `@cacheControl(maxAge: ${hint.maxAge})` : "@cacheControl(inheritMaxAge: true)",
  );

/**
 * For composition, which keeps it for the gateway. It is Apollo Server's directive without the argument `scope`, whose enum
 * clients would find in the schema, because composition hides no type that a directive has: all is for the public.
 */
export const cacheControlDefinition = parse(`
  extend schema
    @link(url: "https://an-sinh.example/specs/cacheControl/v1.0", import: ["@cacheControl"])
    @composeDirective(name: "@cacheControl")

  "A gateway may keep what it got for so many seconds, for callers with the same scopes and areas; inheritMaxAge: for as long as the field around it. A field without it has that of its type. Without either, a root field and a field of objects may not be kept, and another one as long as the object around it. A response is kept as long as all of its fields may be, and until the department says that its data has changed."
  directive @cacheControl(maxAge: Int, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
`);
