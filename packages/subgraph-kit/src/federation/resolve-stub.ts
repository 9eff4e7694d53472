/**
 * The reference resolver of an entity that another department owns. The stub is what the gateway sends: its id, and
 * the fields that `@requires` names. Only the owner knows whether the entity exists.
 */
export const resolveStub = <Stub extends object>(stub: Stub): Stub => stub;
