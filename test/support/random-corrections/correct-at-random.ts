// Turn a seed into one random correction of a sample, and hold what was foretold, what differs and what the notice says against one another.
import type { Difference, DifferenceClass, GivenValue, Impact, Session } from '../../../src/index.ts';
import { type Seeded, seeded, seedOf } from '../seeded-random.ts';
import { drawValues, type FactEditKind, factEditKinds, filesWith } from './edit-facts.ts';
import { ruleKind, type TextEditKind, textEdits } from './edit-texts.ts';
import { findingsOf, judgeImpact } from './judge-impact.ts';
import { judgeMarked } from './judge-marked.ts';
import { isPrinted, judgeNotice } from './judge-notice.ts';
import { judgePlaces, judgeTitle } from './judge-places.ts';
import { type Files, recordOf, type Subject } from './subject.ts';

/** What came of one edit. */
export interface Outcome {
  readonly seed: number;
  readonly sample: string;
  readonly kind: string;
  /** In words: the values, or the lines. */
  readonly edit: string;
  /** Edits drawn before and laid aside because the release refused them; values among them were held against the rebuilt release all the same. */
  readonly refused: number;
  /** The release took it, so that there is a comparison and a notice; else only what was foretold is judged. */
  readonly built: boolean;
  readonly changes: number;
  /** Lines that say what is wrong; none when all is right. */
  readonly faults: readonly string[];
}

/** Figures that make up for each other, and an edit of words beside them. */
const bothKinds = 'figures and words';

/** Those of figures come twice. */
export const kinds: readonly string[] = [...factEditKinds, ...Object.keys(textEdits), ...factEditKinds, bothKinds];

/** Values that are drawn so that the release takes them. */
const lastFactKind: FactEditKind = 'figures that make up for each other';

/** Draws until an edit builds. */
const mostDraws = 60;

export async function correctAtRandom(subject: Subject, kind: string, seed: number): Promise<Outcome> {
  const random = seeded(seedOf(`${subject.name} ${kind} ${seed}`));
  const faults: string[] = [];
  for (let refused = 0; refused < mostDraws; refused++) {
    const drawn = await draw(subject, kind, random);
    if (!drawn) continue;
    const { files, edit, values } = drawn;
    const impact = values && (await subject.project.impact(subject.session, values)).value;
    const outcome = await subject.edited(files, async (session) => {
      if (impact) faults.push(...judgeImpact(impact, subject.session, session));
      if (faults.length > 0) return { changes: 0, built: false, faults };
      const refuses = findingsOf(session).some(({ severity }) => severity === 'error');
      // Whatever values come to is foretold; words are tried until the release takes them.
      if (refuses) return values && kind !== lastFactKind ? { changes: 0, built: false, faults } : undefined;
      return { built: true, ...(await judged(subject, session, kind, impact)) };
    });
    if (outcome) return { seed, sample: subject.name, kind, edit, refused, ...outcome };
  }
  return { seed, sample: subject.name, kind, edit: 'none', refused: mostDraws, built: false, changes: 0, faults };
}

interface Drawn {
  readonly files: Files;
  readonly edit: string;
  readonly values?: readonly GivenValue[];
}

async function draw(subject: Subject, kind: string, random: Seeded): Promise<Drawn | undefined> {
  const way = textEdits[kind];
  if (way) return drawWords(way, subject, random, new Map());
  if (kind !== bothKinds) return drawFigures(kind as FactEditKind, subject, random);
  const figures = await drawFigures(lastFactKind, subject, random);
  const words = figures && drawWords(random.pick(Object.values(textEdits)), subject, random, figures.files);
  return words && { files: words.files, edit: `${figures.edit}; ${words.edit}` };
}

async function drawFigures(kind: FactEditKind, subject: Subject, random: Seeded): Promise<Drawn | undefined> {
  const values = await drawValues(kind, subject, random);
  return values && { values, files: filesWith(values, subject), edit: values.map(({ figure, value }) => `${figure}=${value}`).join(' ') };
}

/** Beside what `files` change already. */
function drawWords(way: TextEditKind, subject: Subject, random: Seeded, files: Files): Drawn | undefined {
  const candidates = subject.files.filter((file) => way.files.test(file));
  if (candidates.length === 0) return undefined;
  const file = random.pick(candidates);
  const before = files.get(file) ?? subject.read(file);
  // What statements of amounts may print: shares and percentages are rounded in their own way.
  const concepts = [
    ...new Set([...subject.base.financials.facts.values()].flatMap(({ concept, unit }) => (unit === 'money' ? [concept] : []))),
  ];
  const after = way.edit(before.split('\n'), random, { lang: /[./]ja\.\w+$/.test(file) ? 'ja' : 'en', concepts })?.join('\n');
  if (after === undefined || after === before) return undefined;
  return { files: new Map([...files, [file, after]]), edit: `${file}: ${difference(before, after)}` };
}

/** The first line that differs. */
function difference(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  return `line ${at + 1}: ${(old[at] ?? '').trim().slice(0, 60)} > ${(now[at] ?? '').trim().slice(0, 60)}`;
}

/** The classes that an edit of this kind may have. */
function classesOf(kind: string): ReadonlySet<DifferenceClass> {
  const ofFigures: readonly DifferenceClass[] = ['ordered', 'consequential', 'layout'];
  if (kind === bothKinds) return new Set<DifferenceClass>([...ofFigures, 'text']);
  return new Set<DifferenceClass>(
    kind === ruleKind || (factEditKinds as readonly string[]).includes(kind) ? ofFigures : ['text', 'layout'],
  );
}

async function judged(
  { project, earlier, base, record }: Subject,
  session: Session,
  kind: string,
  impact: Impact | undefined,
): Promise<Pick<Outcome, 'changes' | 'faults'>> {
  const { differences } = await project.compare(earlier, session);
  const { papers, findings } = await project.correct(session, earlier);
  const { value: now } = await project.build(session);
  const { changes } = differences;
  const known = classesOf(kind);
  // A mark of a note leads elsewhere when its note goes, and a bookmark is called as its heading.
  const ofWords: ReadonlySet<string> = new Set(['link', 'outline']);
  const follows = (change: (typeof changes)[number]) => change.class === 'file' && ofWords.has(change.kind) && known.has('text');
  const wrong = changes.filter((change) => !known.has(change.class) && !follows(change));
  const printed = changes.filter((change) => 'lang' in change && isPrinted(change));
  const faults = [
    ...wrong.map(({ class: name, summary }) => `class: ${name} ${summary.slice(0, 120)}`),
    ...(impact ? orderedFaults(impact, changes) : []),
    ...(papers || printed.length === 0
      ? []
      : [`notice: none, ${findings.map(({ code, message }) => `${code} ${message}`).join('; ') || 'nothing to correct'}`]),
    ...(papers ? judgeNotice(changes, papers.notice.document, base.release.languages) : []),
    ...(papers && now ? judgePlaces(changes, papers.notice.document, record, recordOf(now)) : []),
    ...(papers ? judgeTitle(changes, papers.notice.document) : []),
    ...(papers ? judgeMarked(changes, papers.marked.document, base.sources.style.value) : []),
  ];
  return { changes: changes.length, faults: [...new Set(faults)] };
}

/** What was supposed is what was ordered, and what follows is what was foretold. */
function orderedFaults(impact: Impact, changes: readonly Difference[]): readonly string[] {
  const supposed = impact.supposed.map(({ fact, typed, supposed: value }) => `${fact} ${typed} ${value}`).sort();
  const ordered = changes
    .flatMap((change) => (change.class === 'ordered' ? [`${change.subject} ${change.before} ${change.after}`] : []))
    .sort();
  const { amounts, changes: moved, percentages, dollars, prose } = impact;
  const told = [...amounts, ...moved, ...percentages, ...dollars, ...prose]
    .flatMap(({ fact, measure, before, after, langs }) => langs.map((lang) => `${lang} ${fact} ${measure} ${before} ${after}`))
    .sort();
  const found = changes
    .flatMap((change) =>
      change.kind === 'figure' ? [`${change.lang} ${change.fact} ${change.measure} ${change.before.text} ${change.after.text}`] : [],
    )
    .sort();
  return [
    ...(supposed.join() === ordered.join() ? [] : [`diff: ${supposed.join('; ')} was supposed, and ${ordered.join('; ')} is ordered`]),
    ...(told.join() === found.join()
      ? []
      : [
          `diff: ${found.filter((each) => !told.includes(each)).join('; ')} beyond the impact, ${told.filter((each) => !found.includes(each)).join('; ')} not in the diff`,
        ]),
  ];
}
