// `npm run dev`: starts the graph from its sources, again at every change of them, and builds the pages again at every
// change of theirs. It ends with the graph.
import { spawn } from "node:child_process";
import { watch } from "node:fs";

const pages = ["console", "explorer"];
const isWindows = process.platform === "win32";

/** Resolves with whether all went well. What goes wrong is printed. */
const buildPages = () =>
  new Promise((resolve) => {
    const filters = pages.map((name) => `--filter=@an-sinh/${name}`);
    const build = spawn(process.execPath, ["packages/build/build.mjs", ...filters], { stdio: "inherit" });
    build.on("close", (status) => resolve(status === 0));
  });

/** Calls the work after a change, and once more where something changed meanwhile. An editor makes several changes of one. */
function onChange(folder, work) {
  let isWaiting = false;
  let running = Promise.resolve();
  const begin = () => {
    isWaiting = false;
    return work();
  };
  watch(folder, { recursive: true }, () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => (running = running.then(begin)), 100);
  });
}

const graphArguments = [
  ["watch", "--tsconfig", "tsconfig.base.json", "--conditions=@an-sinh/source", "--clear-screen=false"],
  "packages/deployment/src/embedded.main.ts",
].flat();

if (!(await buildPages())) process.exit(1);
const graph = spawn("tsx", graphArguments, { stdio: "inherit", shell: isWindows });
// A terminal sends Ctrl-C to both, and a second one would cut the graph off.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => graph.kill("SIGTERM"));
graph.on("close", (status) => process.exit(status ?? 1));
for (const name of pages)
  onChange(`packages/${name}/src`, async () => {
    if (await buildPages()) process.stdout.write(`The pages of packages/${name} are built again.\n`);
  });
