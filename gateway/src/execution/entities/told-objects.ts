import { MarkedObjects } from "./marked-objects.js";

/** An error says already why these lack what a subgraph would have brought. */
const told = new MarkedObjects();

export const markTold = (object: object, service: string): void => told.mark(object, service);

export const isToldOf = (service: string, object: object): boolean => told.hasOf(service, object);
