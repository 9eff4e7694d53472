/** Remembers of which subgraphs something holds of an object. Objects are of one request. */
export class MarkedObjects {
  readonly #services = new WeakMap<object, Set<string>>();

  mark(object: object, service: string): void {
    const services = this.#services.get(object);
    if (services) services.add(service);
    else this.#services.set(object, new Set([service]));
  }

  /** Of any subgraph. */
  has(object: object): boolean {
    return this.#services.has(object);
  }

  hasOf(service: string, object: object): boolean {
    return this.#services.get(object)?.has(service) === true;
  }
}
