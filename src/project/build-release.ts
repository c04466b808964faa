// Turn a release into the files of a build, in memory: composed, rendered and read back; no file when anything is wrong.
import { type Finding, isError } from '../model/finding.ts';
import { textReader } from '../pdf/engine/text-reader.ts';
import type { Composed, Session, Stage } from '../session.ts';

/** Everything that a build without errors makes. */
export interface Build extends Composed {
  /** Contents by file name, in the order in which they are listed; the manifest last. */
  readonly outputs: ReadonlyMap<string, Uint8Array | string>;
  /** One of the outputs, release.pdf. */
  readonly pdf: Uint8Array;
}

/** What a build may make besides the usual files. */
export interface Extras {
  /** Data files inside the PDF, which then is PDF/A-3a. */
  readonly attach?: boolean;
  /** The release as plain text, release.txt. */
  readonly text?: boolean;
}

/** Builds that were read back without a finding, by what they were made of and what was asked for besides. */
const builds = new WeakMap<Composed, Map<string, Build>>();

/** The value is undefined when any finding is an error. Nothing is written. A session that keeps answers the same build while its release is the same. */
export async function buildRelease(session: Session, extras: Extras = {}): Promise<Stage<Build>> {
  await textReader().start();
  const { composed, findings: found } = session.run();
  if (!composed) return { value: undefined, findings: found };
  const asked = `${extras.attach === true} ${extras.text === true}`;
  const kept = builds.get(composed)?.get(asked);
  if (kept) return { value: kept, findings: found };
  const findings: Finding[] = [];
  const build = await make(composed, extras, session, (finding) => findings.push(finding));
  if (session.memory.keeps && findings.length === 0) {
    const others = builds.get(composed) ?? new Map<string, Build>();
    builds.set(composed, others.set(asked, build));
  }
  const all = [...found, ...findings];
  return { value: all.some(isError) ? undefined : build, findings: all };
}

/** Rendered and read back, the PDF while the other files are rendered; what it reports is all that is wrong with it. */
async function make(composed: Composed, extras: Extras, { memory, watch }: Session, report: (finding: Finding) => void): Promise<Build> {
  watch('render');
  const { render } = await import('../render/render.ts');
  const { readBack } = await import('../verify/read-back.ts');
  const { pdf, all } = await render({ ...composed, ...extras }, memory);
  const rest = async () => {
    // The PDF goes to its reader first, which may be another thread.
    await new Promise((resolve) => setImmediate(resolve));
    const outputs = all();
    watch('verify');
    return outputs;
  };
  const [, outputs] = await Promise.all([readBack(pdf, composed.document, composed.layout, report, memory), rest()]);
  return { ...composed, outputs, pdf };
}
