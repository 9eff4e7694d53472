import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { documents, root } from "./support/documents.js";
import { anchorsOf, filesInCode, relativeLinks } from "./support/markdown.js";

const all = documents();

/** Where a file may be that a document names in code: the pages about the gateway leave its folders out. */
const bases = ["", "gateway/src", "gateway/test"];

describe.each(all)("$path", (document) => {
  const folder = dirname(join(root, document.path));
  const links = relativeLinks(document);
  const fileOf = (path: string) => (path === "" ? join(root, document.path) : join(folder, path));

  test("links to what is there", () => {
    expect(links.filter(({ path }) => !existsSync(fileOf(path)))).toEqual([]);
  });

  test("names files that are there", () => {
    const missing = filesInCode(document).filter(
      (file) => !bases.some((base) => existsSync(join(root, base, file))),
    );
    expect(missing).toEqual([]);
  });

  test("links to headings that are there", () => {
    const toHeadings = links.filter(({ path, anchor }) => anchor !== "" && existsSync(fileOf(path)));
    const broken = toHeadings.filter(
      ({ path, anchor }) => !anchorsOf(readFileSync(fileOf(path), "utf8")).has(anchor),
    );
    expect(broken).toEqual([]);
  });
});

test("docs/README.md leads to every other document of docs/", () => {
  const index = all.find(({ path }) => path === "docs/README.md");
  const linked = index ? relativeLinks(index).map(({ path }) => `docs/${path}`) : [];
  const pages = all.map(({ path }) => path).filter((path) => /^docs\/(?!README)/.test(path));
  expect(pages.filter((path) => !linked.includes(path))).toEqual([]);
});

test("links are read as GitHub reads them", () => {
  const text = "## What's `new`, here?\n[a](b.md#c) [d](#e) [f](https://g.h) `x`\n```\n[i](j)\n```\n";
  expect(relativeLinks({ path: "x.md", text })).toEqual([
    { path: "b.md", anchor: "c" },
    { path: "", anchor: "e" },
  ]);
  expect(anchorsOf(text)).toEqual(new Set(["whats-new-here"]));
});
