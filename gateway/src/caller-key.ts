import type { GatewayRequest } from "./gateway-request.js";

/** Who signed in counts by the subject, everyone else by the address. A client of IPv6 has a network of 64 bits. */
export function callerKey({ caller, address }: Pick<GatewayRequest, "caller" | "address">): string {
  if (caller.subject !== null) return `subject ${caller.subject}`;
  return `address ${address.includes(":") && !address.startsWith("::ffff:") ? networkOf(address) : address}`;
}

/** The first 64 bits of an IPv6 address. */
function networkOf(address: string): string {
  const [before = "", after] = address.split("::");
  const head = before.split(":");
  if (after === undefined) return head.slice(0, 4).join(":");
  const missing = Math.max(0, 8 - head.length - after.split(":").length);
  return [...head, ...Array.from({ length: missing }, () => "0"), ...after.split(":")].slice(0, 4).join(":");
}
