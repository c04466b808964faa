// Turn one stage's result into text: the same dumps that the goldens hold.
import { dumpFinancials } from '../derive/dump-financials.ts';
import { dumpPages } from '../layout/dump-pages.ts';
import { dumpDocument } from '../merge/dump-document.ts';
import { compose, stageNames } from '../pipeline.ts';
import { type Console, exit, progress } from './console.ts';
import { findRelease, UsageError } from './find-release.ts';
import { inTheme } from './in-theme.ts';
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
  if (!isView(stage)) throw new UsageError(`unknown stage '${stage}': one of ${views.join(', ')}`);
  const place = inTheme(findRelease(name, console.cwd), options.style);
  const { watch, end } = progress(console, name);
  const composed = compose(place, stage === 'tags' ? 'layout' : stage, watch);
  end();
  const text = await dump(stage, composed);
  if (options.format === 'json')
    console.out(`${JSON.stringify({ stage, text: text ?? null, findings: findingsAsJson(composed.findings) }, null, 2)}\n`);
  else {
    reportFindings(composed.findings, place.root, console);
    if (text !== undefined) console.out(text);
  }
  return composed.findings.some((finding) => finding.severity === 'error') ? exit.errors : exit.done;
}

const isView = (stage: string): stage is View => (views as readonly string[]).includes(stage);

async function dump(
  stage: View,
  { sources, release, financials, document, layout }: ReturnType<typeof compose>,
): Promise<string | undefined> {
  switch (stage) {
    case 'load':
      return sources && lines([...sources.hashes].map(([file, hash]) => `${hash}  ${file}`));
    case 'validate':
      return release && `${JSON.stringify(release, plain, 2)}\n`;
    case 'derive':
    case 'check':
      return financials && dumpFinancials(financials);
    case 'merge':
      return document && dumpDocument(document);
    case 'layout':
      return layout && dumpPages(layout);
    case 'tags': {
      if (!sources || !document || !layout) return undefined;
      const { dumpTags } = await import('../render/pdf/dump-tags.ts');
      return dumpTags(document, layout, sources.fontMetrics, sources.fonts);
    }
  }
}

const lines = (items: readonly string[]) => items.map((item) => `${item}\n`).join('');

/** Maps as objects, so that JSON shows them. */
const plain = (_key: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value);
