import type { ResponseObject } from "../values/response-objects.js";

/** The subgraphs that said of an object, by a null, that they have no such entity. Objects are of one request. */
const servicesOf = new WeakMap<object, Set<string>>();

/** A subgraph has no such entity, or one that the caller may not see. */
export function markUnknown(object: ResponseObject, service: string): void {
  const services = servicesOf.get(object);
  if (services) services.add(service);
  else servicesOf.set(object, new Set([service]));
}

/** Whether one of the subgraphs that were asked does not have it. */
export const isUnknown = (object: object): boolean => servicesOf.has(object);

export const isUnknownTo = (service: string | undefined, object: object): boolean =>
  service !== undefined && servicesOf.get(object)?.has(service) === true;
