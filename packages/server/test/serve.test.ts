import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const file = fileURLToPath(new URL("support/serving.main.ts", import.meta.url));

/** Starts the program with two processes in a group of its own, as a terminal does. */
function start(env: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    env: { PATH: process.env["PATH"], ...env },
    detached: true,
  });
  let output = "";
  const readers = new Set<() => void>();
  const read = (chunk: Buffer) => {
    output += chunk.toString();
    for (const reader of readers) reader();
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  // "close" follows only when each process that has the program's output has ended.
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, output }));
  const until = (pattern: RegExp) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) resolve(match[1] ?? "");
      };
      readers.add(look);
      look();
    });
  const signalGroup = (signal: NodeJS.Signals) => process.kill(-(child.pid ?? 0), signal);
  return { child, ended, until, signalGroup };
}

let asked = 0;

/** Asks on a connection of its own: the next one is another process's turn. */
async function ask(url: string, query: string): Promise<Record<string, string>> {
  asked += 1;
  const headers = { "content-type": "application/json" };
  const call = request(url, { method: "POST", headers, agent: false }).end(JSON.stringify({ query }));
  const [response] = await once(call, "response");
  return (JSON.parse(await text(response)) as { data: Record<string, string> }).data;
}

/** Asks until that many processes have answered that are not among the known ones. */
async function answering(url: string, count: number, known: readonly number[] = []): Promise<number[]> {
  const found = new Set<number>();
  while (found.size < count) {
    const pid = Number((await ask(url, "{ me }"))["me"]);
    if (!known.includes(pid)) found.add(pid);
  }
  return [...found];
}

test("several processes answer on one port, and their metrics are one; one that dies is replaced; SIGHUP has all reload; Ctrl-C ends all when they have answered", async () => {
  const { child, ended, until, signalGroup } = start({ METRICS: "1" });
  const url = await until(/serves at (\S+)\n/);
  asked = 0;
  const [first = 0, second = 0] = await answering(url, 2);
  expect([first, second]).not.toContain(child.pid);
  const metrics = await (await fetch(`http://${await until(/Metrics: +(\S+)\n/)}`)).text();
  expect(metrics).toContain(`graph_requests_total{outcome="answered"} ${asked}\n`);
  expect(metrics).toMatch(/^nodejs_eventloop_lag_seconds /m);
  process.kill(first, "SIGKILL");
  // Until then a connection may still be handed to it.
  await until(/"reason":"(SIGKILL)"/);
  await answering(url, 1, [first, second]);
  child.kill("SIGHUP");
  await until(/(reloading)\n(?:.*\n)*reloading\n/);
  const held = ask(url, "{ held: me }");
  await until(/(holding)\n/);
  signalGroup("SIGINT");
  expect(await held).toEqual({ held: expect.stringMatching(/^\d+$/) });
  const { code, output } = await ended;
  expect(code).toBe(0);
  expect(output.match(/prepared|serves at|holding|"pid":\d+,"reason":"SIGKILL"/g)).toEqual([
    "prepared",
    "serves at",
    `"pid":${first},"reason":"SIGKILL"`,
    "holding",
  ]);
});

test.each([
  { fails: "1", told: "Nothing to serve" },
  { fails: "killed", told: "SIGKILL ended a process before it served." },
])("what stops the first process stops the program, and is told once: $told", async ({ fails, told }) => {
  const { ended } = start({ FAILS: fails });
  expect(await ended).toEqual({ code: 1, output: `prepared\nFailed: ${told}\n` });
});

test("no process outlives the one that looks after it", async () => {
  const { child, ended, until } = start();
  await until(/serves at (\S+)\n/);
  child.kill("SIGKILL");
  // Else the output stays open.
  expect(await ended).toMatchObject({ code: null });
});
