import { createServer, type AddressInfo, type Socket } from "node:net";

/** Speaks as much of Redis 7 as the rate limits need: a counter for each key, which ends 60 s after its beginning. */
export async function startFakeRedis(port = 0) {
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("close", () => sockets.delete(socket)));
    socket.setEncoding("latin1").on("data", (text: string) => {
      for (const command of readCommands(text)) socket.write(reply(command, counts));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: bound } = server.address() as AddressInfo;
  return {
    counts,
    port: bound,
    connections: () => sockets.size,
    url: `redis://127.0.0.1:${bound}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Each command arrives whole, as a list of texts. */
function readCommands(text: string): readonly (readonly string[])[] {
  return text
    .split(/^\*\d+\r\n/m)
    .filter((command) => command !== "")
    .map((command) => [...command.matchAll(/\$\d+\r\n([^$]*)\r\n/g)].map(([, word = ""]) => word));
}

function reply([name = "", ...words]: readonly string[], counts: Map<string, number>): string {
  switch (name.toLowerCase()) {
    case "hello":
      return "%1\r\n+server\r\n+redis\r\n";
    case "info":
      return "$21\r\nredis_version:7.0.0\r\n\r\n";
    case "eval": {
      const [, , key = "", points = "0", most = "0"] = words;
      const taken = (counts.get(key) ?? 0) + Number(points);
      if (taken > Number(most)) return ":60000\r\n";
      counts.set(key, taken);
      return ":0\r\n";
    }
    default:
      return "+OK\r\n";
  }
}
