// Turn the list of bundled files into the licences of the packages that they come from, as those licences ask.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `inputs` are paths from `root`, as esbuild lists them; answers one text, packages in order of name. */
export function thirdPartyLicences(root, inputs) {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input) ?? []));
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return { name, version, license, text: licenceText(join(root, folder)) };
  });
  packages.sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
  const chapters = packages.map(({ name, version, license, text }) => `${name} ${version} (${license ?? 'see below'})\n\n${text}`);
  const pdfium = 'pdfium.wasm is PDFium (https://pdfium.googlesource.com/pdfium/+/refs/heads/main/LICENSE), as @hyzyla/pdfium builds it.';
  return `Code of these packages is part of the files in this folder. ${pdfium}\n\n${chapters.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** The package's own words; its author where it has none. */
function licenceText(folder) {
  const files = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(name));
  const texts = files.sort().map((name) => `${readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()}\n`);
  if (texts.length > 0) return texts.join('\n');
  const readme = ['README.md', 'readme.md'].map((name) => join(folder, name)).find((file) => existsSync(file));
  const [, chapter] = /\n#+ *licen[cs]e[^\n]*\n([\s\S]*?)(?:\n#|$)/i.exec(readme === undefined ? '' : readFileSync(readme, 'utf8')) ?? [];
  const { author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const who = typeof author === 'string' ? author : author?.name;
  return `${chapter?.trim() ?? `Copyright ${who ?? 'its authors'}. No text of the licence comes with the package.`}\n`;
}
