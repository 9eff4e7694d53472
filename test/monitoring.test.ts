import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGateway } from "@an-sinh/gateway/gateway";
import { errorCodes } from "@an-sinh/server/errors";
import { createLogger } from "@an-sinh/server/logger";
import { Meters } from "@an-sinh/server/metrics/meters";
import { countStatements, measureDatabases } from "@an-sinh/subgraph-kit/database/database-metrics";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./support/documents.js";

const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Labels by metric, with what Prometheus and the kind of metric add. */
let labels: ReadonlyMap<string, ReadonlySet<string>>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "monitoring-"));
  const meters = new Meters();
  meters.measureProcess();
  measureDatabases(meters, new Map());
  countStatements(meters);
  const gateway = await createGateway({
    supergraphSdl: read("schema/supergraph.graphql"),
    sourceFor: ({ name }) => ({ fetch: () => Promise.reject(new Error(`${name} is not asked here`)) }),
    logger: createLogger("silent"),
    introspection: false,
    audit: { folder: join(folder, "audit"), key: null },
    meters,
  });
  const found = await meters.registry.getMetricsAsJSON();
  labels = new Map(found.flatMap(({ name, type }) => seriesOf(name, String(type), labelsOf(meters, name))));
  await gateway.close();
  rmSync(folder, { recursive: true });
});

const labelsOf = (meters: Meters, name: string): string[] => {
  const metric = meters.registry.getSingleMetric(name);
  return metric && "labelNames" in metric ? [...(metric.labelNames as string[])] : [];
};

function seriesOf(name: string, type: string, own: string[]): [string, Set<string>][] {
  const all = new Set([...own, "job", "instance"]);
  if (type !== "histogram") return [[name, all]];
  return ["_bucket", "_sum", "_count"].map((end) => [name + end, new Set([...all, "le"])]);
}

const words = new Set(["by", "without", "on", "ignoring", "and", "or", "unless", "bool", "offset"]);

/** The names of metrics in an expression of PromQL, with all labels that it names. */
function namedIn(expression: string): { readonly metrics: string[]; readonly labels: string[] } {
  const matchers = [...expression.matchAll(/\{([^}]*)\}/g)].map(([, inner = ""]) => inner);
  const groups = [...expression.matchAll(/\b(?:by|without|on|ignoring) \(([^)]*)\)/g)].map(
    ([, inner = ""]) => inner,
  );
  const rest = expression
    .replaceAll(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"/g, "")
    .replaceAll(/\b(?:by|without|on|ignoring) \([^)]*\)/g, "");
  return {
    metrics: [...rest.matchAll(/(?<![\w$])[a-z_]\w*(?!\w|\s*\()/gi)]
      .map(([name]) => name)
      .filter((name) => !words.has(name)),
    labels: [
      ...matchers.flatMap((inner) =>
        [...inner.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = ""]) => label),
      ),
      ...groups.flatMap((inner) => inner.split(",").map((label) => label.trim())),
    ],
  };
}

/** What an expression names that there is not. */
function problemsIn(expression: string): string[] {
  const { metrics, labels: named } = namedIn(expression);
  // Prometheus makes this one itself.
  const known = (name: string) => (name === "up" ? new Set(["job", "instance"]) : labels.get(name));
  return [
    ...(metrics.length === 0 ? [`no metric: ${expression}`] : []),
    ...metrics.filter((name) => !known(name)),
    ...named.filter((label) => metrics.some((name) => known(name)?.has(label) === false)),
  ];
}

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string };
}

const rules = (parse(read("docs/monitoring/alerts.yml")) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const dashboard = JSON.parse(read("docs/monitoring/dashboard.json")) as {
  panels: { title: string; targets?: { expr: string; legendFormat: string }[] }[];
};
const targets = dashboard.panels.flatMap(({ title, targets: found = [] }) =>
  found.map(({ expr, legendFormat }) => ({ title, expr, legendFormat })),
);

test.each(rules)("the alert $alert names metrics and labels that there are", ({ expr, annotations }) => {
  expect(problemsIn(expr)).toEqual([]);
  const shown = [...annotations.summary.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label);
  const { labels: named } = namedIn(expr);
  expect(shown.filter((label) => !named.includes(String(label)) && label !== "instance")).toEqual([]);
});

test.each(targets)("the panel '$title' names metrics and labels that there are: $legendFormat", (target) => {
  expect(problemsIn(target.expr)).toEqual([]);
  const shown = [...target.legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => String(label));
  expect(shown.filter((label) => !namedIn(target.expr).labels.includes(label))).toEqual([]);
});

test("an expression with another metric or label would be found", () => {
  expect(problemsIn("sum by (code) (rate(graph_faults_total[5m]))")).toEqual(["graph_faults_total"]);
  expect(problemsIn('graph_errors_total{codes="INTERNAL"}')).toEqual(["codes"]);
});

test("the codes that alerts name are codes of errors", () => {
  const named = rules.flatMap(({ expr }) =>
    [...expr.matchAll(/\bcode=~?"([^"]*)"/g)].map(([, codes = ""]) => codes),
  );
  const known: readonly string[] = [...errorCodes, "other"];
  expect(named.flatMap((codes) => codes.split("|")).filter((code) => !known.includes(code))).toEqual([]);
});

test("every metric of the graph but two is on the dashboard or in an alert", () => {
  const used = [...rules.map(({ expr }) => expr), ...targets.map(({ expr }) => expr)].join("\n");
  const own = [...labels.keys()].filter((name) => name.startsWith("graph_") && !/_(sum|count)$/.test(name));
  const unused = own.filter((name) => !used.includes(name));
  expect(unused).toEqual(["graph_supergraph_loaded_timestamp_seconds", "graph_cache_entries"].toSorted());
});
