/** Whether npm prints lines of its own to standard output before the command starts. */
export const doesNpmPrint = (): boolean =>
  process.env["npm_lifecycle_event"] !== undefined && process.env["npm_config_loglevel"] !== "silent";
