// Turn a seed into a proof: a session that stays open through thirty edits answers after each of them as a project that is opened afresh.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { openProject, type Project, type Session, UsageError } from '../../../src/index.ts';
import type { Extras } from '../../../src/project/build-release.ts';
import { unreviewed } from '../../../src/project/review-release.ts';
import { type Seeded, seeded, seedOf } from '../seeded-random.ts';
import { EditHistory } from './edit-history.ts';

/** A release, the folders that make it, and what is asked of it. */
export interface Subject {
  /** Folder of the project, which is edited. */
  readonly root: string;
  readonly release: string;
  /** Themes that sessions are opened in, besides the one that the release names. */
  readonly themes: readonly string[];
  /** Folders whose files are edited. */
  readonly folders: readonly string[];
  /** `concept@period` and a value: what if? */
  readonly supposed: readonly [string, string];
  /** It has a chart, pictures, words that were carried over and a review, which are edited too; a draft of it is open as well. */
  readonly furnished?: true;
}

export interface Sameness {
  /** Edits after which the release could be built. */
  readonly built: number;
  /** Findings of all answers: a history in which nothing is ever found proves nothing of what is told. */
  readonly found: number;
  /** The first answer that was another, with the edits up to it; undefined when all were the same. */
  readonly difference: string | undefined;
}

/** Asks after each of `steps` edits; the same for the same seed. */
export async function sameAsAfresh(subject: Subject, seed: number, steps: number): Promise<Sameness> {
  const { root, release, themes, folders } = subject;
  const random = seeded(seedOf(`${release} ${seed}`));
  const history = new EditHistory(root, folders, random, subject.furnished);
  const earlier = join(root, `earlier-${seed}`);
  const project = openProject(root);
  const asked: readonly Asked[] = [{}, ...themes.map((style) => ({ style })), ...(subject.furnished ? [{ draft: true } as const] : [])];
  const sessions = asked.map((how) => ({ how, session: project.release(release, how) }));
  const told: string[] = [];
  let [built, found] = [0, 0];
  try {
    for (let step = 0; step < steps; step++) {
      told.push(`${step}. ${step === 0 ? 'as it was' : history.next()}`);
      for (const { how, session } of step % 5 === 4 ? sessions : sessions.slice(0, 1)) {
        const plain = how.style === undefined && !how.draft;
        const fresh = openProject(root);
        const again = opened(fresh, release, how);
        if (!again) continue;
        session.renew();
        const question = questionOf(random, earlier);
        const [here, there] = [await answer(project, session, question, subject), await answer(fresh, again, question, subject)];
        const difference = differenceOf(here, there);
        if (difference !== undefined)
          return {
            built,
            found,
            difference: `${told.join('\n')}\n${how.draft ? 'draft' : (how.style ?? 'no theme')}, ${question.kind}: ${difference}`,
          };
        built += here.outputs.size > 0 ? 1 : 0;
        found += here.findings.length;
        if (step === 0 && plain) writeBuild(earlier, here.outputs);
        // A release with errors is mostly mended at once, so that there is something to build.
        if (here.outputs.size === 0 && plain && random.below(4) > 0) told.push(`   ${history.mend()}`);
      }
    }
  } finally {
    rmSync(earlier, { recursive: true, force: true });
  }
  return { built, found, difference: undefined };
}

/** How a session is opened. */
interface Asked {
  readonly style?: string;
  readonly draft?: true;
}

/** Undefined where the theme's file was taken out: a project that is opened then has no such theme. */
function opened(project: Project, release: string, how: Asked): Session | undefined {
  try {
    return project.release(release, how);
  } catch (fault) {
    if (how.style !== undefined && fault instanceof UsageError) return undefined;
    throw fault;
  }
}

/** What is asked besides the files of a build. */
type Question =
  | { readonly kind: 'build'; readonly extras: Extras }
  | { readonly kind: 'suppose' }
  | { readonly kind: 'check' }
  | { readonly kind: 'correct'; readonly against: string };

function questionOf(random: Seeded, against: string): Question {
  const choice = random.below(12);
  if (choice === 0) return { kind: 'correct', against };
  if (choice === 1) return { kind: 'suppose' };
  if (choice === 2) return { kind: 'check' };
  if (choice === 3) return { kind: 'build', extras: { attach: true, text: true } };
  return { kind: 'build', extras: {} };
}

interface Answer {
  readonly outputs: ReadonlyMap<string, Uint8Array | string>;
  readonly findings: readonly unknown[];
  readonly notes: readonly unknown[];
  /** What else was asked, or the fault that it ended in. */
  readonly more: unknown;
}

async function answer(project: Project, session: Session, question: Question, { supposed, furnished }: Subject): Promise<Answer> {
  const { value, findings } = await project.build(session, question.kind === 'build' ? question.extras : {});
  const { notes, composed } = session.run();
  // What stands in the review is no input of a build: it is held against what the release says now.
  const reviewed = furnished && composed && session.place && unreviewed(session.place, composed);
  const more = await further(project, session, question, supposed).catch((fault: unknown) => String(fault));
  return { outputs: value?.outputs ?? new Map(), findings: [...findings, ...(reviewed ?? [])], notes, more };
}

async function further(project: Project, session: Session, question: Question, [figure, value]: Subject['supposed']): Promise<unknown> {
  if (question.kind === 'suppose') return project.impact(session, figure, value);
  if (question.kind === 'check') {
    // What it is composed of has functions in it, and the files of the build tell of it.
    const { composed, ...checked } = await project.check(session);
    return { ...checked, sound: composed !== undefined };
  }
  if (question.kind !== 'correct') return undefined;
  const { findings, differences, papers } = await project.correct(session, question.against);
  return { findings, changes: differences?.changes, notice: papers?.notice.pdf, marked: papers?.marked.pdf };
}

function differenceOf(here: Answer, there: Answer): string | undefined {
  for (const name of new Set([...here.outputs.keys(), ...there.outputs.keys()]))
    if (!isDeepStrictEqual(here.outputs.get(name), there.outputs.get(name))) return `${name} differs`;
  if (!isDeepStrictEqual(here.findings, there.findings))
    return `findings: ${JSON.stringify(here.findings)} and afresh ${JSON.stringify(there.findings)}`;
  if (!isDeepStrictEqual(here.notes, there.notes)) return `notes: ${JSON.stringify(here.notes)} and afresh ${JSON.stringify(there.notes)}`;
  return isDeepStrictEqual(here.more, there.more) ? undefined : 'another answer';
}

function writeBuild(folder: string, outputs: Answer['outputs']): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of outputs) writeFileSync(join(folder, name), content);
}
