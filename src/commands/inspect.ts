// Turn one stage's result into text: the same dumps that the goldens hold.
import { dumpFinancials } from '../derive/dump-financials.ts';
import { dumpPages } from '../layout/dump-pages.ts';
import { dumpDocument } from '../merge/dump-document.ts';
import { compose, type StageName, stageNames } from '../pipeline.ts';
import { type Console, exit, progress } from './console.ts';
import { findRelease, UsageError } from './find-release.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface InspectOptions {
  readonly format: Format;
}

/** Prints what the stage made, even when later stages would fail. */
export function inspect(stage: string, name: string, options: InspectOptions, console: Console): number {
  if (!isStage(stage)) throw new UsageError(`unknown stage '${stage}': one of ${stageNames.join(', ')}`);
  const place = findRelease(name, console.cwd);
  const { watch, end } = progress(console, name);
  const composed = compose(place, stage, watch);
  end();
  const text = dump(stage, composed);
  if (options.format === 'json')
    console.out(`${JSON.stringify({ stage, text: text ?? null, findings: findingsAsJson(composed.findings) }, null, 2)}\n`);
  else {
    reportFindings(composed.findings, place.root, console);
    if (text !== undefined) console.out(text);
  }
  return composed.findings.some((finding) => finding.severity === 'error') ? exit.errors : exit.done;
}

const isStage = (stage: string): stage is StageName => (stageNames as readonly string[]).includes(stage);

function dump(stage: StageName, { sources, release, financials, document, layout }: ReturnType<typeof compose>): string | undefined {
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
  }
}

const lines = (items: readonly string[]) => items.map((item) => `${item}\n`).join('');

/** Maps as objects, so that JSON shows them. */
const plain = (_key: string, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value);
