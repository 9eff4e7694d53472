import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A proxy in front of a server, whose connections a test can spoil. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  /** What the connections that are open now send is lost from now on, in both directions. Nobody is told. */
  deafen(): void;
  /** So is what new ones send, until `thaw`. */
  freeze(): void;
  /** What was held back arrives. */
  thaw(): void;
  /** Closes all connections that are open, as a server that ends idle ones. */
  closeAll(): void;
  /** Hands on what a client sends with this text in it, and then resets the connection, once. */
  resetAfter(text: string): void;
  /** Resets them, and refuses new ones until `accept`. */
  refuse(): Promise<void>;
  accept(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let isFrozen = false;
  let last: string | undefined;
  const join = (client: Socket) => {
    const pair = { client, server: connect(targetPort, "127.0.0.1") };
    pairs.add(pair);
    for (const [from, to] of [
      [pair.client, pair.server],
      [pair.server, pair.client],
    ] as const) {
      from.on("data", (data) => to.write(data)).on("error", () => to.destroy());
      from.on("close", () => {
        pairs.delete(pair);
        to.destroy();
      });
    }
    client.on("data", (data) => {
      if (last === undefined || !data.includes(last)) return;
      last = undefined;
      client.resetAndDestroy();
    });
    if (isFrozen) pause(pair);
  };
  const listener = createServer(join);
  const listen = async (port: number) => {
    listener.listen(port, "127.0.0.1");
    await once(listener, "listening");
  };
  await listen(0);
  const { port } = listener.address() as AddressInfo;
  const each = (work: (pair: Pair) => void) => [...pairs].forEach(work);
  const closed = () => new Promise<void>((resolve) => listener.close(() => resolve()));
  return {
    port,
    deafen: () =>
      each(({ client, server }) => void [client, server].map((end) => end.removeAllListeners("data"))),
    freeze: () => {
      isFrozen = true;
      each(pause);
    },
    thaw: () => {
      isFrozen = false;
      each(({ client, server }) => void [client, server].map((end) => end.resume()));
    },
    closeAll: () => each(({ client }) => client.end()),
    resetAfter: (text) => {
      last = text;
    },
    refuse: () => {
      each(({ client }) => client.resetAndDestroy());
      return closed();
    },
    accept: () => listen(port),
    [Symbol.asyncDispose]: async () => {
      each(({ client }) => client.destroy());
      if (listener.listening) await closed();
    },
  };
}

const pause = ({ client, server }: Pair) => void [client, server].map((end) => end.pause());
