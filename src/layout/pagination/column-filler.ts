// Turn what stands in two columns on one page into the place where the first ends: both as high as each other, as far as breaks allow.

/** Where the first column ends: the index of the break, or none where all stands in it. */
export interface Split {
  readonly at: number | undefined;
  /** Of the higher column. */
  readonly foot: number;
  /** How much shorter the other one is. */
  readonly lacks: number;
}

/** A break at which the first column may end, and how far the second has come since. */
interface Ending {
  readonly at: number;
  /** Foot of the first column. */
  readonly first: number;
  /** What it costs to end there, in points of height. */
  readonly penalty: number;
  foot: number;
  pending: number;
  empty: boolean;
  /** The second column is a line of text so far, and nothing else. */
  oneLine: boolean;
}

/** A break inside a note is as bad as half a page of white: so many points of unlike feet for a percent of it. */
const pointsOfPercent = 0.5;
/** Columns whose higher foot differs by less are as good as each other: the first is the longer one then. */
const slack = 0.01;

/** Takes boxes, spaces and breaks in their order, and knows at every break how high the columns would be if the page ended there. */
export class ColumnFiller {
  readonly #top: number;
  readonly #topOf: (onGrid: boolean, y: number, pending: number) => number;
  readonly #endings: Ending[] = [];
  /** Of one column that holds all. */
  #foot: number;
  #pending = 0;
  #empty = true;
  #oneLine = false;
  readonly #goesOn: boolean;

  /**
   * `top` is where both begin, `carried` the height that the first has at its top again from the page before; `goesOn` where they began
   * on that page: a break after one line of the first would leave it alone then.
   */
  constructor(top: number, carried: number, goesOn: boolean, topOf: (onGrid: boolean, y: number, pending: number) => number) {
    this.#top = top;
    this.#goesOn = goesOn;
    this.#foot = top + carried;
    this.#topOf = topOf;
  }

  box(onGrid: boolean, height: number, isLine: boolean): void {
    this.#oneLine = this.#empty && isLine;
    this.#foot = this.#topOf(onGrid, this.#foot, this.#pending) + height;
    this.#pending = 0;
    this.#empty = false;
    for (const ending of this.#endings) {
      ending.foot = this.#topOf(onGrid, ending.foot, ending.pending) + height;
      ending.pending = 0;
      ending.oneLine = ending.empty && isLine;
      ending.empty = false;
    }
  }

  space(height: number): void {
    if (!this.#empty) this.#pending = Math.max(this.#pending, height);
    for (const ending of this.#endings) if (!ending.empty) ending.pending = Math.max(ending.pending, height);
  }

  /** The first column may end here, unless the break is forbidden; `again` is the height of what is set again above the second. */
  break(at: number, cost: number, again: number): void {
    if (cost === Number.POSITIVE_INFINITY || this.#empty || (this.#goesOn && this.#oneLine)) return;
    const penalty = Math.sqrt(cost) * pointsOfPercent;
    this.#endings.push({ at, first: this.#foot, penalty, foot: this.#top + again, pending: 0, empty: true, oneLine: false });
  }

  /** `goesOn` where the page ends inside of them: a second column of one line would leave it alone then. */
  split(goesOn: boolean): Split {
    let best: Split = { at: undefined, foot: this.#foot, lacks: this.#foot - this.#top };
    let least = this.#foot;
    for (const { at, first, foot, penalty, empty, oneLine } of this.#endings) {
      if (empty || (goesOn && oneLine)) continue;
      const height = Math.max(first, foot);
      if (height + penalty > least - (first >= foot ? -slack : slack)) continue;
      least = height + penalty;
      best = { at, foot: height, lacks: Math.abs(first - foot) };
    }
    return best;
  }
}
