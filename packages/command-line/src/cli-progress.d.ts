/** The part of cli-progress that is used; the package brings no types. */
declare module "cli-progress" {
  export interface BarOptions {
    readonly stream: NodeJS.WritableStream;
    readonly format: string;
    readonly barCompleteChar: string;
    readonly barIncompleteChar: string;
    readonly barsize: number;
    readonly hideCursor: boolean;
    readonly clearOnComplete: boolean;
    readonly stopOnComplete: boolean;
  }

  export class SingleBar {
    constructor(options: BarOptions);
    readonly isActive: boolean;
    start(total: number, startValue: number, payload: object): void;
    increment(delta: number, payload: object): void;
    stop(): void;
  }
}
