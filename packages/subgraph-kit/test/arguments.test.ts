import {
  badArgument,
  filledText,
  getReferred,
  refuseEmptyTexts,
  shown,
  unknownArgument,
} from "@an-sinh/subgraph-kit/arguments";
import { anonymous } from "@an-sinh/server/caller";
import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { RequestContext } from "@an-sinh/subgraph-kit/context";
import { expect, test } from "vitest";

test("an error about an argument begins with its path and has it in its extensions", () => {
  expect(badArgument("filter.on", "a day", "31/12")).toMatchObject({
    message: 'filter.on: expected a day, but got: "31/12".',
    extensions: { code: "BAD_USER_INPUT", argument: "filter.on" },
  });
  expect(unknownArgument("filter.group", "the id of a group", "g9")).toMatchObject({
    message: 'filter.group: expected the id of a group, but got: "g9".',
    extensions: { code: "NOT_FOUND", argument: "filter.group" },
  });
});

test.each([
  ["24", '"24"'],
  [24, "24"],
  [null, "object"],
  [["secret"], "object"],
  [true, "boolean"],
  ["line\nbreak", String.raw`"line\nbreak"`],
])("%j is shown as %s", (value, text) => {
  expect(shown(value)).toBe(text);
});

test("a long value is cut in the message", () => {
  expect(shown("x".repeat(10_000))).toBe(`"${"x".repeat(39)}…`);
});

test.each(["24", " 24 ", "0", "-"])("the text %j is filled", (text) => {
  expect(filledText("id", text)).toBe(text);
});

test.each(["", " ", "\t\n", "\u00a0"])("the text %j is empty", (text) => {
  expect(() => filledText("id", text)).toThrow(/^id: expected a text that is not empty/);
});

test("a filter may leave texts out, and have anything but an empty text", () => {
  const filter = { unit: null, group: undefined, code: "24", codes: [], year: 0, isUrban: false };
  expect(() => refuseEmptyTexts(filter)).not.toThrow();
});

test.each([
  [{ unit: "24", group: "" }, "filter.group"],
  [{ codes: ["POOR", " "] }, "filter.codes"],
])("the empty text in the filter %j is refused with the path %s", (filter, argument) => {
  expect(() => refuseEmptyTexts(filter)).toThrow(
    expect.objectContaining({ extensions: { code: "BAD_USER_INPUT", argument } }),
  );
});

const groups = new Map([["g1", { name: "Group 1" }]]);
const groupById = defineLoader(async (ids) => ids.map((id) => groups.get(id) ?? null));

const referred = (value: string) => {
  const call = { requestId: "test", signal: new AbortController().signal, caller: anonymous };
  // The loader reads no database.
  const database = { readsOfCall: () => ({}) };
  const context = new RequestContext(database as never, call, {} as never);
  return getReferred(context, groupById, { argument: "filter.group", value, noun: "the id of a group" });
};

test("what an argument refers to is found, or NOT_FOUND; an empty text refers to nothing", async () => {
  expect(await referred("g1")).toEqual({ name: "Group 1" });
  await expect(referred("g2")).rejects.toMatchObject({
    message: 'filter.group: expected the id of a group, but got: "g2".',
    extensions: { code: "NOT_FOUND", argument: "filter.group" },
  });
  await expect(referred(" ")).rejects.toMatchObject({
    extensions: { code: "BAD_USER_INPUT", argument: "filter.group" },
  });
});
