import type { ResponseObject } from "../values/response-objects.js";

/** The subgraphs of which an error says already why an object lacks what they would have brought. Objects are of one request. */
const servicesOf = new WeakMap<object, Set<string>>();

export function markTold(object: ResponseObject, service: string): void {
  const services = servicesOf.get(object);
  if (services) services.add(service);
  else servicesOf.set(object, new Set([service]));
}

export const isToldOf = (service: string | undefined, object: object): boolean =>
  service !== undefined && servicesOf.get(object)?.has(service) === true;
