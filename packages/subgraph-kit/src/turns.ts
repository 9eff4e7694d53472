/** What runs on this thread holds up all requests. After so long the others have a turn. */
const longTurnMs = 10;

/** When the work of this turn of the event loop began. 0: none has. */
let turnBegan = 0;

const endTurn = () => {
  turnBegan = 0;
};

/** Whether this turn has lasted long. */
function isTurnLong(): boolean {
  if (turnBegan > 0) return performance.now() - turnBegan > longTurnMs;
  turnBegan = performance.now();
  setImmediate(endTurn);
  return false;
}

/** So many rounds of the event loop pass until Node says that a client has left: it reads the end, answers it, and closes. */
const roundsOfLeaving = 4;

function later(work: () => void, rounds = roundsOfLeaving): void {
  if (rounds === 0) work();
  else setImmediate(later, work, rounds - 1);
}

/**
 * Does work at once, or in a later turn where this one has lasted long. Else nobody would learn that the client of a
 * long request has left, or that its time is up.
 */
export function inTurn(work: () => void): void {
  if (isTurnLong()) later(() => inTurn(work));
  else work();
}

/** Resolves when work may go on. Undefined: at once. */
export function nextTurn(): Promise<void> | undefined {
  return isTurnLong() ? new Promise((resolve) => later(() => inTurn(resolve))) : undefined;
}
