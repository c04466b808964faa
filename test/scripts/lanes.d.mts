/** Hands numbers to processes, one at a time to each; what a number ends hung or dead is told as `lost` makes it. */
export function runInLanes<R>(lanes: {
  readonly script: string;
  readonly args: readonly string[];
  readonly execArgv: readonly string[];
  readonly first: number;
  readonly last: number;
  readonly jobs: number;
  /** Milliseconds by the clock. */
  readonly longest: number;
  readonly lost: (number: number, fault: 'hung' | 'died', detail: string) => R;
  readonly add: (result: R) => void;
}): Promise<void>;

/** Answers each number that the parent sends, until it sends a negative one. */
export function answerNumbers<R>(work: (number: number) => Promise<R>): Promise<void>;
