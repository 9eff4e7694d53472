import type { ResponseObject } from "../values/response-objects.js";

/** The objects of which a subgraph said, by a null, that it has no such entity. It may have one that the caller may not see. */
export class UnknownEntities {
  readonly #services = new Map<ResponseObject, Set<string>>();

  add(object: ResponseObject, service: string): void {
    const services = this.#services.get(object);
    if (services) services.add(service);
    else this.#services.set(object, new Set([service]));
  }

  /** Whether one of the subgraphs that were asked does not have it. */
  has(object: ResponseObject): boolean {
    return this.#services.has(object);
  }

  isUnknownTo(service: string | undefined, object: ResponseObject): boolean {
    return service !== undefined && this.#services.get(object)?.has(service) === true;
  }
}
