// Turn a release into the files of a build, in memory: composed, rendered and read back; no file when anything is wrong.

import { figuresOf } from '../model/file-content.ts';
import { type Finding, isError } from '../model/finding.ts';
import { textReader } from '../pdf/engine/text-reader.ts';
import type { RenderedPdf } from '../render/render.ts';
import type { Composed, Session, Stage } from '../session.ts';

/** Everything that a build without errors makes. */
export interface Build extends Composed {
  /** Contents by file name, in the order in which they are listed; the manifest last. */
  readonly outputs: ReadonlyMap<string, Uint8Array | string>;
  /** Those of the outputs that are PDFs, with what each was made of: one, release.pdf, unless the release says otherwise. */
  readonly pdfs: readonly RenderedPdf[];
  /** The first of them. */
  readonly pdf: Uint8Array;
}

/** What a build may make besides the usual files. */
export interface Extras {
  /** Data files inside the PDFs of the whole release, which then are PDF/A-3a. */
  readonly attach?: boolean;
  /** The release as plain text too: release.txt. */
  readonly text?: boolean;
}

/** Builds that were read back without a finding, by what they were made of and what was asked for besides. */
const builds = new WeakMap<Composed, Map<string, Build>>();

/**
 * The value is undefined when any finding is an error. Nothing is written. A session that keeps answers the same build while its release is
 * the same.
 */
export async function buildRelease(session: Session, extras: Extras = {}): Promise<Stage<Build>> {
  // Another thread hashes fonts for it first.
  session.load();
  await textReader().start();
  const { composed } = session.runAhead();
  if (!composed) return { value: undefined, findings: session.run().findings };
  const asked = `${extras.attach === true} ${extras.text === true}`;
  const kept = builds.get(composed)?.get(asked);
  const findings: Finding[] = [];
  const build = kept ?? (await make(composed, extras, session, (finding) => findings.push(finding)));
  const { findings: found } = session.run();
  if (session.memory.keeps && findings.length === 0) {
    const others = builds.get(composed) ?? new Map<string, Build>();
    builds.set(composed, others.set(asked, build));
  }
  // A file of wrong words is not published, whatever else may be wrong with it.
  const all = found.some(isError) ? found : [...found, ...findings];
  return { value: all.some(isError) ? undefined : build, findings: all };
}

/** What a draft carried over and nobody has changed or confirmed: no error of a draft, and none of any other build. */
export function openInDraft(session: Session): readonly Finding[] {
  return session.place?.draft ? session.run().notes.filter(({ code }) => code === 'check/carried') : [];
}

/**
 * Rendered and read back. While threads pack the PDF figures are held against one another, and while somebody reads it the other files are
 * rendered and the words proofread. What it reports is all that is wrong with the PDF.
 */
async function make(composed: Composed, extras: Extras, session: Session, report: (finding: Finding) => void): Promise<Build> {
  const { memory, watch } = session;
  watch('render');
  const { render } = await import('../render/render.ts');
  const { readBack } = await import('../verify/read-back.ts');
  const meanwhile = (): void => {
    session.check();
    watch('render');
  };
  const { pdfs, all } = await render({ ...composed, ...extras }, memory, meanwhile);
  const rest = async () => {
    // The PDF goes to its reader first, which may be another thread.
    await new Promise((resolve) => setImmediate(resolve));
    const outputs = all();
    session.run();
    watch('verify');
    return outputs;
  };
  const proofs = pdfs.map((each) => readBack(each.pdf, each.document, each.layout, report, memory, figuresOf(each, composed.document)));
  const [outputs] = await Promise.all([rest(), ...proofs]);
  return { ...composed, outputs, pdfs, pdf: pdfs[0]?.pdf ?? new Uint8Array() };
}
