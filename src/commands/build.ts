// Turn a release into its files: release.pdf, release.html, figures.json, manifest.json; nothing is written when anything is wrong.
import { join } from 'node:path';
import { compose } from '../pipeline.ts';
import { type Console, exit, progress } from './console.ts';
import { findRelease } from './find-release.ts';
import { publish } from './publish.ts';
import { type Format, findingsAsJson, reportFindings } from './report-findings.ts';

export interface BuildOptions {
  readonly format: Format;
  /** Folder for results instead of `out/<issuer>/<release>`; only with one release. */
  readonly out?: string;
  /** Prints how long each stage took, to stderr. */
  readonly timings: boolean;
}

/** One release's outcome, as `--format json` prints it. */
interface Built {
  readonly release: string;
  readonly pages: number;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  readonly findings: ReturnType<typeof findingsAsJson>;
}

/** Builds each release in turn; one that fails does not stop the others. */
export async function build(names: readonly string[], options: BuildOptions, console: Console): Promise<number> {
  const places = names.map((name) => findRelease(name, console.cwd));
  const results: Built[] = [];
  let code: number = exit.done;
  for (const place of places) {
    const name = `${place.issuer}/${place.release}`;
    const { watch, end } = progress(console, name);
    const composed = compose(place, 'layout', watch);
    const findings = [...composed.findings];
    const { sources, release, financials, document, layout } = composed;
    let files: Built['files'] = [];
    if (sources && release && financials && document && layout && !findings.some(isError)) {
      watch('render');
      const { render } = await import('../render/render.ts');
      const outputs = await render({ sources, release, financials, document, layout });
      watch('verify');
      const { verify } = await import('../verify/verify.ts');
      const pdf = outputs.get('release.pdf');
      if (!(pdf instanceof Uint8Array)) throw new Error('render gave no release.pdf');
      await verify(pdf, document, layout, (finding) => findings.push(finding));
      if (!findings.some(isError)) {
        const folder = options.out ?? join(place.root, 'out', place.issuer, place.release);
        publish(new Map([...outputs].map(([file, content]) => [join(folder, file), content])));
        files = [...outputs].map(([file, content]) => ({ file: join(folder, file), bytes: Buffer.byteLength(content) }));
      }
    }
    const times = end();
    if (findings.some(isError)) code = exit.errors;
    if (options.format === 'text') {
      reportFindings(findings, place.root, console);
      if (files.length > 0)
        console.out(`${name}: ${layout?.pages.length} pages\n${files.map(({ file, bytes }) => `  ${file}  ${bytes} bytes\n`).join('')}`);
      else console.err(`${name}: nothing written\n`);
    }
    if (options.timings) console.err(`${times.map(({ stage, ms }) => `${stage} ${ms.toFixed(0)} ms`).join(', ')}\n`);
    results.push({ release: name, pages: files.length > 0 ? (layout?.pages.length ?? 0) : 0, files, findings: findingsAsJson(findings) });
  }
  if (options.format === 'json') console.out(`${JSON.stringify(results, null, 2)}\n`);
  return code;
}

const isError = (finding: { readonly severity: string }) => finding.severity === 'error';
