// Turn every save into a build: findings as they are, the files of a release without errors, a line for each; until a signal ends it.
import { join } from 'node:path';
import { type Finding, isError } from '../model/finding.ts';
import { say, sayAll, sayWord } from '../model/say.ts';
import { type ReleasePlace, releaseName } from '../model/sources.ts';
import type { Build, Extras } from '../project/build-release.ts';
import { findRelease, outFolder } from '../project/find-release.ts';
import { Project } from '../project/project.ts';
import { PublishError } from '../project/publish.ts';
import { watchFiles } from '../project/watch-files.ts';
import type { Session } from '../session.ts';
import { type Console, progress } from './console.ts';
import { reportFindings } from './report-findings.ts';
import { stackOf } from './supervise.ts';

export interface WatchOptions extends Extras {
  /** A theme of the layout instead of the one that the release names; it has a folder of its own. */
  readonly style?: string;
}

/** Never resolves: what is wrong with a release, with a disk or with this program is told, and the next save is waited for. */
export async function watch(names: readonly string[], options: WatchOptions, console: Console): Promise<number> {
  const places = names.map((name) => findRelease(name, console.cwd, options.style));
  const projects = new Map(places.map(({ root }) => [root, new Project(root)]));
  const releases = places.map((place) => new WatchedRelease(place, projects.get(place.root) as Project, options, console));
  let building: Promise<void> = Promise.resolve();
  const buildAll = (files: readonly string[]) => {
    building = building.then(async () => {
      for (const release of releases) if (files.length === 0 || files.some((file) => release.reads(file))) await release.build();
    });
  };
  watchFiles([...new Set(places.flatMap(foldersOf))], buildAll);
  buildAll([]);
  await building;
  console.err(say`kessan: watching ${sayAll(names, ', ')}; Ctrl-C ends it\n`);
  return new Promise<number>(() => {});
}

/** Where files of a release stand: its issuer's data, layouts and fonts. */
const foldersOf = ({ root, issuer }: ReleasePlace): readonly string[] => [
  join(root, 'data', issuer),
  join(root, 'templates'),
  join(root, 'fonts'),
];

/** One release, and what is known of its last build. */
class WatchedRelease {
  readonly #place: ReleasePlace;
  readonly #project: Project;
  readonly #options: WatchOptions;
  readonly #console: Console;
  readonly #session: Session;
  readonly #folders: readonly string[];
  #stage: (stage: string) => void = () => {};
  #written: Build | undefined;

  constructor(place: ReleasePlace, project: Project, options: WatchOptions, console: Console) {
    this.#place = place;
    this.#project = project;
    this.#options = options;
    this.#console = console;
    this.#folders = foldersOf(place);
    this.#session = project.release(`${place.issuer}/${place.release}`, {
      ...(place.theme !== undefined && { style: place.theme }),
      watch: (stage) => this.#stage(stage),
    });
  }

  reads(file: string): boolean {
    return this.#folders.some((folder) => file.startsWith(join(folder, '/')));
  }

  async build(): Promise<void> {
    const name = releaseName(this.#place);
    const console = this.#console;
    const { watch, end } = progress(console, name);
    this.#stage = watch;
    const begun = console.now();
    const took = () => say`${(console.now() - begun).toFixed(0)} ms`;
    try {
      this.#session.renew();
      const { value, findings } = await this.#project.build(this.#session, this.#options);
      const same = value !== undefined && value === this.#written;
      if (value && !same) await this.#project.publish(value, outFolder(this.#place));
      end();
      reportFindings(findings, this.#place.root, console);
      if (value) this.#written = value;
      console.out(
        `${name}: ${value ? `${same ? 'as it was' : 'built'}, ${value.layout.pages.length} pages` : refused(findings)}, ${took()}\n`,
      );
    } catch (fault) {
      end();
      const told = fault instanceof PublishError;
      if (!told) this.#session.renew();
      const what = told ? fault.message : say`this is a fault of the program, not of your data\n${stackOf(fault)}`;
      console.err(say`kessan: ${name}: ${what}\n`);
      console.out(say`${name}: not written, ${took()}\n`);
    }
  }
}

function refused(findings: readonly Finding[]): string {
  const errors = findings.filter(isError).length;
  return say`${errors} ${errors === 1 ? sayWord('error') : sayWord('errors')}, nothing written`;
}
