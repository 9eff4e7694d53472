import type { FileKind } from "../file-kind.js";
import { categories } from "./meritorious-service/categories.js";
import { payments } from "./meritorious-service/payments.js";
import { records } from "./meritorious-service/records.js";
import { territory } from "./territory.js";
import { translations } from "./translations.js";

export const meritoriousServiceFiles: readonly FileKind[] = [
  territory,
  categories,
  records,
  payments,
  translations,
];
