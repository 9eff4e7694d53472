import { readFileSync } from "node:fs";
import { Kind, parse, type ConstDirectiveNode, type DefinitionNode } from "graphql";
import { expect, test } from "vitest";

const read = (name: string) => readFileSync(new URL(`../${name}.graphql`, import.meta.url), "utf8");
const supergraph = parse(read("supergraph"));

interface Titled {
  readonly name: string;
  readonly vi: string | undefined;
  readonly en: string | undefined;
}

/** What no column shows: roots, pages, what the gateway answers itself, and what composition adds. */
const isLeftOut = (type: string) =>
  /^(Query|PageInfo|AccessLog.*|.*Connection|.*Edge|(join|link|requiresScopes)__.*)$/.test(type);

function argumentOf(directives: readonly ConstDirectiveNode[], argument: string): string | undefined {
  const title = directives.find(({ name }) => name.value === "title");
  const value = title?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** The fields or values of a type that clients may see. */
function membersOf(definition: DefinitionNode): Titled[] {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.ENUM_TYPE_DEFINITION)
    return [];
  const type = definition.name.value;
  if (isLeftOut(type)) return [];
  const members = definition.kind === Kind.OBJECT_TYPE_DEFINITION ? definition.fields : definition.values;
  return (members ?? [])
    .filter(({ directives = [] }) => !directives.some(({ name }) => name.value === "inaccessible"))
    .map(({ name, directives = [] }) => ({
      name: `${type}.${name.value}`,
      vi: argumentOf(directives, "vi"),
      en: argumentOf(directives, "en"),
    }));
}

const members = supergraph.definitions.flatMap(membersOf);

test("every field that departments answer, and every value of an enum, has a Vietnamese title", () => {
  expect(members.length).toBeGreaterThan(500);
  expect(members.filter(({ vi }) => vi === undefined).map(({ name }) => name)).toEqual([]);
});

test("titles are short, trimmed and written in NFC", () => {
  const titles = members.flatMap(({ vi, en }) => [vi ?? "", ...(en === undefined ? [] : [en])]);
  const wrong = titles.filter(
    (title) => title !== title.normalize("NFC").trim() || title === "" || title.length > 60,
  );
  expect(wrong).toEqual([]);
});

test("two fields of one type, or two values of one enum, never share a title", () => {
  const seen = new Map<string, string>();
  const shared = members.filter(({ name, vi }) => {
    const key = `${name.split(".")[0]}: ${vi}`;
    const isSeen = seen.has(key);
    seen.set(key, name);
    return isSeen;
  });
  expect(shared.map(({ name, vi }) => `${name}: ${vi}`)).toEqual([]);
});

test("titles are in the supergraph only: clients see no directive in the schema", () => {
  expect(read("supergraph")).toContain("@title(");
  expect(read("api")).not.toContain("@title");
});
