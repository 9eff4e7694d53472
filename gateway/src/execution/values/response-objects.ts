/** An object in the responses of subgraphs, with internal names. */
export type ResponseObject = Record<string, unknown>;
