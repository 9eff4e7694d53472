import { z } from "zod";

const schema = z.object({
  /** The same seed gives the same cases. */
  DIFFERENTIAL_SEED: z.coerce.number().int().default(20_261_126),
  DIFFERENTIAL_SUPERGRAPHS: z.coerce.number().int().min(1).default(40),
  /** Operations for each supergraph. */
  DIFFERENTIAL_OPERATIONS: z.coerce.number().int().min(1).default(12),
});

export const settings = schema.parse(process.env);
