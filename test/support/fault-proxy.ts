import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** What a proxy does to what passes through it. */
export type ProxyFault =
  /** Nobody listens. */
  | { readonly kind: "refuse" }
  /** Connections take requests and are reset. */
  | { readonly kind: "reset" }
  /** Bytes are lost in both directions. A connection that lost some stays lost, as behind a firewall. */
  | { readonly kind: "deaf" }
  /** Bytes are held back in both directions. They arrive when the fault has ended, as from a frozen server. */
  | { readonly kind: "frozen" }
  /** A request that has this text in it is passed on, and its connection is reset before the response. This happens once. */
  | { readonly kind: "reset after"; readonly text: string }
  /** A response ends after this many bytes. */
  | { readonly kind: "cut"; readonly bytes: number }
  /** A response comes byte by byte, with so many milliseconds in between. */
  | { readonly kind: "drip"; readonly everyMs: number }
  /** A connection is closed when its second request arrives, as by a server that closes what is idle. */
  | { readonly kind: "stale" }
  /** Requests are answered with this text in place of the server's. */
  | { readonly kind: "answer"; readonly text: string };

/** Two sockets: the client's, and the proxy's own to the server. */
interface Link {
  readonly client: Socket;
  readonly server: Socket;
  requests: number;
  /** Whether what the client sends next begins a request: one may come in several pieces. */
  isAnswered: boolean;
  isLost: boolean;
}

/** A TCP proxy on a free port of this machine, in front of one server. It passes everything on until a fault is set. */
export class FaultProxy implements AsyncDisposable {
  #fault: ProxyFault | null = null;
  readonly #links = new Set<Link>();
  #server: Server;

  private constructor(
    readonly target: { readonly host: string; readonly port: number },
    server: Server,
    readonly port: number,
  ) {
    this.#server = server;
    this.#accept(server);
  }

  static async start(target: { readonly host: string; readonly port: number }): Promise<FaultProxy> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new FaultProxy(target, server, (server.address() as AddressInfo).port);
  }

  /** From now on. Connections that are open suffer it too. */
  async inject(fault: ProxyFault): Promise<void> {
    this.#fault = fault;
    if (fault.kind === "refuse") await this.#stopListening();
    if (fault.kind === "frozen") this.#links.forEach(pause);
  }

  async heal(): Promise<void> {
    this.#fault = null;
    this.#links.forEach(resume);
    if (this.#server.listening) return;
    this.#server = createServer().listen(this.port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#accept(this.#server);
  }

  /** What goes over the connections that are open now is lost from now on, as when a firewall has forgotten them. */
  loseOpen(): void {
    for (const link of this.#links) link.isLost = true;
  }

  /** Closes the connections that are open, as a server closes idle ones. */
  closeOpen(): void {
    for (const { client } of this.#links) client.end();
  }

  /** The ports from which its connections to the server come. */
  portsToServer(): ReadonlySet<number> {
    return new Set([...this.#links].map(({ server }) => server.localPort ?? 0));
  }

  close(): Promise<void> {
    return this.#stopListening();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #stopListening(): Promise<void> {
    const closed = this.#server.listening ? once(this.#server, "close") : undefined;
    this.#server.close();
    for (const { client, server } of this.#links) {
      client.resetAndDestroy();
      server.destroy();
    }
    await closed;
  }

  #accept(listener: Server): void {
    listener.on("connection", (client) => {
      const server = connect(this.target);
      const link: Link = { client, server, requests: 0, isAnswered: true, isLost: false };
      this.#links.add(link);
      const end = () => {
        this.#links.delete(link);
        client.destroy();
        link.server.destroy();
      };
      for (const socket of [client, link.server]) socket.on("error", end).on("close", end).setNoDelay(true);
      client.on("data", (chunk) => this.#pass(link, "client", chunk));
      link.server.on("data", (chunk) => this.#pass(link, "server", chunk));
      if (this.#fault?.kind === "frozen") pause(link);
    });
  }

  #pass(link: Link, from: "client" | "server", chunk: Buffer): void {
    const fault = this.#fault;
    if (from === "client" && link.isAnswered) link.requests += 1;
    link.isAnswered = from === "server";
    if (fault?.kind === "deaf") link.isLost = true;
    if (link.isLost) return;
    const passed =
      fault !== null && (from === "client" ? breakRequest(link, fault) : breakResponse(link, fault, chunk));
    if (!passed) (from === "client" ? link.server : link.client).write(chunk);
    if (fault?.kind !== "reset after" || from === "server" || !chunk.includes(fault.text)) return;
    this.#fault = null;
    link.client.resetAndDestroy();
  }
}

function pause({ client, server }: Link): void {
  client.pause();
  server.pause();
}

function resume({ client, server }: Link): void {
  client.resume();
  server.resume();
}

/** Returns whether the fault has done something to the request. It then is not passed on. */
function breakRequest({ client, requests }: Link, fault: ProxyFault): boolean {
  if (fault.kind === "reset") client.resetAndDestroy();
  else if (fault.kind === "answer") client.end(fault.text);
  else if (fault.kind === "stale" && requests > 1) client.resetAndDestroy();
  else return false;
  return true;
}

/** The same, for a part of a response. */
function breakResponse({ client }: Link, fault: ProxyFault, chunk: Buffer): boolean {
  if (fault.kind === "cut") client.end(chunk.subarray(0, fault.bytes));
  else if (fault.kind === "drip") drip(client, chunk, fault.everyMs);
  else return false;
  return true;
}

function drip(client: Socket, chunk: Buffer, everyMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    client.write(chunk.subarray(sent, (sent += 1)));
    if (sent >= chunk.length) clearInterval(timer);
  }, everyMs);
  client.once("close", () => clearInterval(timer));
}
