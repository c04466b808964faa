/** sha256 by path below out/. */
type State = ReadonlyMap<string, string>;

export interface KillProject {
  readonly root: string;
  readonly old: State;
  readonly now: State;
  readonly same: readonly string[];
  /** Builds to the end and gives what is there then; throws when the build fails. */
  readonly build: () => State;
  readonly reset: (withOld: boolean) => void;
  readonly state: () => State;
  readonly remove: () => void;
}

export interface CallPoint {
  readonly name: string;
  readonly number: number;
  readonly text: string;
}

export function hasStrace(): boolean;
export function openKillProject(): KillProject;
export function judge(state: State, old: State | undefined, now: State): readonly string[];
export function isMixed(state: State, old: State | undefined, now: State): boolean;
export function callsOfBuild(project: KillProject): readonly CallPoint[];
export function killAtCall(project: KillProject, point: CallPoint): boolean;
export function writesOfBuild(project: KillProject): number;
export function killAtWrite(project: KillProject, number: number, when: 'before' | 'half' | 'after'): boolean;
export function killAtMoment(
  project: KillProject,
  moment: { readonly after: 'start' | 'first file'; readonly milliseconds: number },
): Promise<boolean>;
