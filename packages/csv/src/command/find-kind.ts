import type { FileKind } from "../file-kind.js";
import type { CsvDepartment } from "./csv-department.js";
import { UsageError } from "@an-sinh/command-line/usage-error";

/** The department and the kind that a command names. Undefined: it names none. Throws `UsageError` for an unknown name. */
export function findKind(
  departments: readonly CsvDepartment[],
  departmentName: string | undefined,
  kindName: string | undefined,
): { readonly department: CsvDepartment | undefined; readonly kind: FileKind | undefined } {
  const department = find("department", departments, departmentName);
  return { department, kind: department && find("kind of file", department.kinds, kindName) };
}

function find<Named extends { readonly name: string }>(
  what: string,
  known: readonly Named[],
  name: string | undefined,
): Named | undefined {
  if (name === undefined) return undefined;
  const found = known.find((one) => one.name === name);
  if (found) return found;
  const names = known.map((one) => one.name).join(", ");
  throw new UsageError(`Expected a ${what}, one of ${names}, but got: ${name}`);
}
