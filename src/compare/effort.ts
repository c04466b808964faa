// Turn the work of a whole comparison into a count with an end: what is left over is compared more coarsely, and the same every time.

/** Steps that may still be taken. One a comparison, handed from part to part; counted, never timed, so that results do not depend on the machine. */
export class Effort {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** Takes `steps` when so many are left; else takes none, and the caller does what costs nothing. */
  take(steps: number): boolean {
    if (steps > this.#left) return false;
    this.#left -= steps;
    return true;
  }
}
