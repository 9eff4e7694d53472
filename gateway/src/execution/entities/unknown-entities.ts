/** The subgraphs that said of an object, by a null, that they have no such entity. Objects are of one request. */
const servicesOf = new WeakMap<object, Set<string>>();

/** A subgraph has no such entity, or one that the caller may not see. */
export function markUnknown(object: object, service: string): void {
  const services = servicesOf.get(object);
  if (services) services.add(service);
  else servicesOf.set(object, new Set([service]));
}

/** Whether one of the subgraphs that were asked does not have it. */
export const isUnknown = (object: object): boolean => servicesOf.has(object);

/** Stands for a subgraph that is not known any more. */
const someSubgraph = "";

/** One of the subgraphs that sent an object sent null in its place, so that it lacks what is asked of that one. */
export const markPartial = (object: object): void => markUnknown(object, someSubgraph);

export const isUnknownTo = (service: string | undefined, object: object): boolean => {
  const services = service === undefined ? undefined : servicesOf.get(object);
  return services !== undefined && (services.has(service ?? "") || services.has(someSubgraph));
};
