/**
 * Why there is no response. The message is for nobody. Idle: the connection had answered before, and was lost before
 * anything of the response arrived, as where the server closes connections that are idle.
 */
export class ExchangeError extends Error {
  constructor(readonly reason: "late" | "too large" | "canceled" | "idle") {
    super(`The exchange was ended: ${reason}`);
    this.name = "ExchangeError";
  }
}
