import { SlicedBy } from "../federation/costs.js";
import { defaultPageSize } from "./page-args.js";

/** For a field that returns a page of a list, as its `PageArgs` say. */
export const Paged = () =>
  SlicedBy({ slicingArguments: ["first", "last"], sizedFields: ["edges"], assumedSize: defaultPageSize });
