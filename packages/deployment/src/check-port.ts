import { once } from "node:events";
import { createServer } from "node:net";
import { listenProblem } from "@an-sinh/server/listen-problem";

/** Throws where a server cannot listen. The user learns it before the first load, which takes a while. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, "listening").catch((error: unknown) => {
    throw listenProblem(error, { host, port });
  });
  probe.close();
  await once(probe, "close");
}
