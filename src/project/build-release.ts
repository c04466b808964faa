// Turn a release into the files of a build, in memory: composed, rendered and read back; no file when anything is wrong.
import { type Finding, isError } from '../model/finding.ts';
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

/** The value is undefined when any finding is an error. Nothing is written. */
export async function buildRelease(session: Session, extras: Extras = {}): Promise<Stage<Build>> {
  const { startReader } = await import('../pdf/engine/open-pdf.ts');
  startReader();
  const { composed, findings: found } = session.run();
  if (!composed) return { value: undefined, findings: found };
  session.watch('render');
  const { render } = await import('../render/render.ts');
  const outputs = await render({ ...composed, ...extras });
  session.watch('verify');
  const { readBack } = await import('../verify/read-back.ts');
  const pdf = outputs.get('release.pdf');
  if (!(pdf instanceof Uint8Array)) throw new Error('render gave no release.pdf');
  const findings: Finding[] = [...found];
  await readBack(pdf, composed.document, composed.layout, (finding) => findings.push(finding));
  return { value: findings.some(isError) ? undefined : { ...composed, outputs, pdf }, findings };
}
