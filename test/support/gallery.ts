// Turn the folders of the error gallery into their codes, and into the table that lists them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writtenIn } from '../../src/language/languages.ts';
import { messageLanguages } from '../../src/load/load-messages.ts';
import { readErrorCase } from './error-case.ts';
import { findingCodes } from './finding-codes.ts';
import { projectRoot } from './sample.ts';

/** One folder a code, `<stage>/<name>`. */
export const galleryFolder = join(projectRoot, 'test/errors');

/** The smallest release, which every case edits. */
export const galleryFixture = join(projectRoot, 'test/support/fixture');

/** Languages that the messages of a case are approved in, besides the one that they are written in. */
export const galleryLanguages = messageLanguages.filter((lang) => lang !== writtenIn);

/** The approved text of a case: `expected.txt`, or that in another language. */
export const expectedFile = (code: string, lang?: string): string =>
  join(galleryFolder, code, lang === undefined ? 'expected.txt' : `expected.${lang}.txt`);

/** Faults of the program or of a finished file, which no data can raise alone: their tests tamper with what the stage is given. */
export const notFromData: readonly string[] = [
  'check/footing',
  'verify/figure-not-found',
  'verify/text-mismatch',
  'correct/notice-lacks',
  'correct/notice-adds',
  ...findingCodes.filter((code) => code.startsWith('lint/')),
];

/** Every folder of the gallery by its code, in order of their names. */
export function galleryCodes(): readonly string[] {
  const folders = (path: string) => readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders(galleryFolder)
    .flatMap((stage) => folders(join(galleryFolder, stage.name)).map(({ name }) => `${stage.name}/${name}`))
    .sort();
}

/** README.md of the gallery: every code in the order of the stages, with what the user did. */
export function galleryTable(): string {
  const rows = findingCodes
    .filter((code) => existsSync(join(galleryFolder, code)))
    .map((code) => `| [${code}](${code}/expected.txt) | ${readErrorCase(join(galleryFolder, code)).story.replaceAll('|', '\\|')} |`);
  const others = [...notFromData.filter((code) => !code.startsWith('lint/')).map((code) => `\`${code}\``), 'the rules `lint/TL-…`'].join(
    ', ',
  );
  return `# The error gallery

Every fault that the data, the narratives or a layout of a release can have: what the user did, and what stands on stderr.
A case edits the smallest release (test/support/fixture) in as few places as it can. \`npm run golden\` rewrites the texts and this table.

| Code | What happened |
|---|---|
${rows.join('\n')}

Not here: ${others}, which are faults of the program and follow from no data.
`;
}
