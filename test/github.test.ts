import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseDocument } from "yaml";
import { describe, expect, it } from "vitest";

interface Job {
  readonly "timeout-minutes": number;
  readonly container: string;
  readonly strategy: { readonly matrix: { readonly node: readonly number[] } };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions: object;
  readonly concurrency: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface IssueForm {
  readonly name: string;
  readonly description: string;
  readonly body: readonly { readonly type: string; readonly id?: string; readonly attributes: object }[];
}

interface PackageFile {
  readonly engines: { readonly node: string };
  readonly overrides: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

interface RenovateFile {
  readonly packageRules: readonly { readonly groupName?: string; readonly matchPackageNames?: string[] }[];
}

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const packageFile = JSON.parse(read("package.json")) as PackageFile;

const yamlFiles = readdirSync(join(root, ".github"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yml"))
  .map((file) => `.github/${file}`);

it.each(yamlFiles)("%s is YAML without errors and warnings", (file) => {
  const { errors, warnings } = parseDocument(read(file));
  expect([...errors, ...warnings]).toEqual([]);
});

describe("the CI workflow", () => {
  const workflow = parse(read(".github/workflows/ci.yml")) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it("runs on the newest release of every Node line that engines allows, and on no other", () => {
    const lines = packageFile.engines.node.split("||").map((range) => Number(/\d+/.exec(range)?.[0]));
    expect(jobs.map(({ strategy }) => strategy.matrix.node)).toEqual([lines]);
    expect(jobs.map(({ container }) => container)).toEqual(["node:${{ matrix.node }}-bookworm"]);
  });

  it("runs .ci/run, which can be executed", () => {
    expect(steps.at(-1)?.run).toBe(".ci/run");
    expect(() => accessSync(join(root, ".ci/run"), constants.X_OK)).not.toThrow();
  });

  it("may only read, ends in time, and pins its actions by major version", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(workflow.concurrency).toHaveProperty("group");
    for (const job of jobs) expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
  });
});

describe.each(["bug", "feature"])("the issue form %s", (name) => {
  const form = parse(read(`.github/ISSUE_TEMPLATE/${name}.yml`)) as IssueForm;

  it("has what GitHub asks of a form: a name, a description and fields with ids of their own", () => {
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    const fields = form.body.filter(({ type }) => type !== "markdown");
    for (const field of fields) {
      expect(["checkboxes", "dropdown", "input", "textarea"]).toContain(field.type);
      expect(field).toMatchObject({
        id: expect.stringMatching(/^[\w-]+$/),
        attributes: { label: expect.any(String) },
      });
    }
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });
});

it("Renovate updates what is overridden together with the libraries that need the overrides", () => {
  const { packageRules } = JSON.parse(read(".github/renovate.json")) as RenovateFile;
  const group = packageRules.find(({ groupName }) => groupName === "graph and databases")?.matchPackageNames;
  const overridden = Object.entries(packageFile.overrides).flatMap(([name, override]) =>
    typeof override === "string" ? [name] : [name, ...Object.keys(override)],
  );
  expect(group).toEqual(expect.arrayContaining(overridden));
});
