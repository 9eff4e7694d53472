/** Whether a server answers, and since when that is so. */
export class Reachability {
  isReachable = true;
  since = Date.now();

  set(isReachable: boolean): void {
    if (this.isReachable === isReachable) return;
    this.isReachable = isReachable;
    this.since = Date.now();
  }
}
