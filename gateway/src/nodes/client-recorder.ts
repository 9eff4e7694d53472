import type { AskedOperation, ReadRecorder } from "../execution/run/read-recorder.js";
import type { NodeOperations } from "./node-operations.js";

/** The recorder, which learns what the client asked, and not what was made of it. */
export function clientRecorder(recorder: ReadRecorder, operations: NodeOperations): ReadRecorder {
  const asClient = <Operation extends AskedOperation>(operation: Operation): Operation => {
    const document = operations.clientDocument(operation.document);
    return document === operation.document ? operation : { ...operation, document };
  };
  return {
    admit: (operation, context) => recorder.admit(asClient(operation), context),
    record: (operation, read, context) => recorder.record(asClient(operation), read, context),
    refuse: (operation, code, context) => recorder.refuse(asClient(operation), code, context),
  };
}
