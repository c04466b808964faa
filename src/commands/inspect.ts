// Turn one stage's result, or the tags of the PDF, into text: the same dumps that the goldens hold.
import { dumpFinancials } from '../derive/dump-financials.ts';
import { dumpPages } from '../layout/dump-pages.ts';
import { dumpDocument } from '../merge/dump-document.ts';
import { fileContent } from '../model/file-content.ts';
import { isError, UsageError } from '../model/finding.ts';
import { plainFiles, wholeFiles } from '../model/release-files.ts';
import { say, sayAll } from '../model/say.ts';
import { findRelease } from '../project/find-release.ts';
import { Session, type Stage, stageNames } from '../session.ts';
import { type Console, exit, progress } from './console.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface InspectOptions {
  readonly format: Format;
  /** A theme of the layout instead of the one that the release names. */
  readonly style?: string;
}

/** What can be looked at: what each stage makes, and the tags that the PDF gets of it. */
const views = [...stageNames, 'tags'] as const;
type View = (typeof views)[number];

/** Prints what the stage made, even when later stages would fail. */
export async function inspect(stage: string, name: string, options: InspectOptions, console: Console): Promise<number> {
  if (!isView(stage)) throw new UsageError(say`unknown stage '${stage}': one of ${sayAll(views, ', ')}`);
  const place = findRelease(name, console.cwd, options.style);
  const { watch, end } = progress(console, name);
  const session = new Session({ place }, { watch });
  const { findings, reached } = session.run(stage === 'tags' ? 'layout' : stage);
  end();
  const text = reached.has(stage === 'tags' ? 'layout' : stage) ? await dump(stage, session) : undefined;
  if (options.format === 'json')
    console.out(`${JSON.stringify({ stage, text: text ?? null, findings: findingsAsJson(findings) }, null, 2)}\n`);
  else {
    reportFindings(findings, place.root, console);
    if (text !== undefined) console.out(text);
  }
  return findings.some(isError) ? exit.errors : exit.done;
}

const isView = (stage: string): stage is View => (views as readonly string[]).includes(stage);

async function dump(stage: View, session: Session): Promise<string | undefined> {
  switch (stage) {
    case 'load':
      return told(session.load(), ({ hashes }) => lines([...hashes].map(([file, hash]) => `${hash}  ${file}`)));
    case 'validate':
      return told(session.validate(), (release) => `${JSON.stringify(release, plain, 2)}\n`);
    case 'derive':
    case 'check':
      return told(session.derive(), dumpFinancials);
    case 'merge':
      return told(session.merge(), dumpDocument);
    case 'layout':
      return told(session.layout(), dumpPages);
    case 'tags': {
      const [sources, release] = [session.load().value, session.validate().value];
      const [document, layout] = [session.merge().value, session.layout().value];
      if (!sources || !release || !document || !layout) return undefined;
      const { dumpTags } = await import('../render/pdf/dump-tags.ts');
      const files = wholeFiles(release.files ?? plainFiles(release.languages));
      const contents = files.map((file) => fileContent(document, layout, file, release.style.pages));
      return contents.map((own) => dumpTags(own.document, own.layout, sources.fontMetrics, sources.fonts)).join('');
    }
  }
}

const told = <T>({ value }: Stage<T>, write: (value: T) => string): string | undefined => (value === undefined ? undefined : write(value));

const lines = (items: readonly string[]) => items.map((item) => `${item}\n`).join('');

/** Maps as objects, so that JSON shows them. */
const plain = (_key: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value);
