import { once } from "node:events";
import { createServer } from "node:net";

/** Throws the system's EADDRINUSE when a port is taken. The user learns it before the first load, which takes a minute. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, "listening");
  probe.close();
  await once(probe, "close");
}
