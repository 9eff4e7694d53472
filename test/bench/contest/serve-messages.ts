/** Answers the messages of the process that started this one, and ends with it. */
export function serveMessages<Message>(answer: (message: Message) => Promise<object>): void {
  process.on("message", (message) => {
    void answer(message as Message).then((value) => process.send?.(value));
  });
  process.once("disconnect", () => process.exit());
}
