import { MarkedObjects } from "./marked-objects.js";

/** A subgraph said of these, by a null, that it has no such entity. */
const unknown = new MarkedObjects();

/** A subgraph has no such entity, or one that the caller may not see. */
export const markUnknown = (object: object, service: string): void => unknown.mark(object, service);

/** Whether one of the subgraphs that were asked does not have it. */
export const isUnknown = (object: object): boolean => unknown.has(object);

/** Stands for a subgraph that is not known any more. */
const someSubgraph = "";

/** One of the subgraphs that sent an object sent null in its place, so that it lacks what is asked of that one. */
export const markPartial = (object: object): void => markUnknown(object, someSubgraph);

export const isUnknownTo = (service: string, object: object): boolean =>
  unknown.hasOf(service, object) || unknown.hasOf(someSubgraph, object);
