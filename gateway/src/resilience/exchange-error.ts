/** Why there is no response. The message is for nobody. */
export class ExchangeError extends Error {
  constructor(readonly reason: "late" | "too large" | "canceled") {
    super(`The exchange was ended: ${reason}`);
    this.name = "ExchangeError";
  }
}
