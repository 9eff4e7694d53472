import { describe, expect, it } from "vitest";
import { describeBreaks, judgeApi } from "@an-sinh/schema/judge-api";

const promised = "type Query { code: String name: String }";
const withoutBoth = "type Query { hamlet: String }";
const codeRemoved = "FIELD_REMOVED: Query.code was removed.";
const nameRemoved = "FIELD_REMOVED: Query.name was removed.";

describe("the API against the promised one", () => {
  it("breaks nothing before the first promise", () => {
    expect(judgeApi(undefined, withoutBoth, [])).toEqual({ unacceptedBreaks: [], dangerousChanges: [] });
  });

  it("has the unaccepted breaks without those that are listed", () => {
    const accepted = [{ change: codeRemoved, reason: "It was never filled." }];
    expect(judgeApi(promised, withoutBoth, accepted).unacceptedBreaks).toEqual([nameRemoved]);
  });

  it("takes no offense at accepted breaks that happened long ago", () => {
    const accepted = [{ change: "FIELD_REMOVED: Query.age was removed.", reason: "It was wrong." }];
    expect(judgeApi(promised, promised, accepted).unacceptedBreaks).toEqual([]);
  });
});

describe("the text about breaks", () => {
  it("has for each break an entry that can be pasted into accepted-breaks.json", () => {
    const lines = describeBreaks([codeRemoved, nameRemoved]).split("\n");
    const entries = lines.slice(lines.findIndex((line) => line.includes('"reason"')));
    expect(JSON.parse(`[${entries.join("\n")}]`)).toEqual([
      { change: codeRemoved, reason: "" },
      { change: nameRemoved, reason: "" },
    ]);
  });
});
