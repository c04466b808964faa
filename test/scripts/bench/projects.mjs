// Turn the sample's project into copies that a bench edits: each edit gives a text that no edit before it gave.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const release = 'data/iij/releases/2q02';

/** A copy of the project at `root` in `folder`. What holds the one figure that is edited to its printed change is taken out of it. */
export function copyProject(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const part of ['data', 'templates', 'fonts']) cpSync(join(root, part), join(folder, part), { recursive: true });
  change(folder, `${release}/release.yaml`, (text) => text.replace(/^.*concept: capex, period: current, measure: change.*\n/m, ''));
  return folder;
}

/** The edits that are timed: a file, and its text after edit number `i`. */
export const edits = {
  figure: {
    file: 'data/iij/periods/2q02.yaml',
    edit: (text, i) => text.replace(/(?<=^ {2}capex: )[\d,]+/m, (typed) => withCommas(Number(typed.replaceAll(',', '')) + i)),
  },
  word: { file: `${release}/narrative.en.md`, edit: (text, i) => text.replace('despite', `despite${letters(i)}`) },
  line: { file: `${release}/narrative.en.md`, edit: (text, i) => '\n'.repeat(i) + text },
  style: {
    file: 'templates/us-filer/style.yaml',
    edit: (text, i) => text.replace(/(?<=p\.legal: .*before: )\d+/, (points) => String(Number(points) + i / 100)),
  },
};

/** Edits a copy; an edit that changes nothing is a fault of the bench. */
export function applyEdit(folder, kind, original, i) {
  const { file, edit } = edits[kind];
  const text = edit(original, i);
  if (text === original) throw new Error(`bench: the edit of one ${kind} finds nothing to change in ${file}`);
  writeFileSync(join(folder, file), text);
}

/** Issuers of one project whose releases are unlike: every paragraph has another sentence more, nearly every row another label. */
export function addUnlike(folder, count) {
  return Array.from({ length: count }, (_, i) => {
    const word = letters(i);
    const issuer = `iij-${word}`;
    cpSync(join(folder, 'data/iij'), join(folder, 'data', issuer), { recursive: true });
    change(folder, `data/${issuer}/issuer.yaml`, (text) => text.replace(/^id: iij$/m, `id: ${issuer}`));
    const own = (file) => file.replace('data/iij/', `data/${issuer}/`);
    for (const [lang, more] of [
      ['ja', `これは${word}案である。`],
      ['en', ` This is draft ${word}.`],
    ])
      change(folder, own(`${release}/narrative.${lang}.md`), (text) => text.replace(/^(?![<#-]).+[.。]$/gm, (line) => line + more));
    change(folder, own('data/iij/concepts.yaml'), (text) =>
      text.replace(/(?<=labels: \{ja: )([^,"{}\d]+)(, en: )([^,"{}\d]+)\}/g, `$1${word}$2$3 ${word}}`),
    );
    return `${issuer}/2q02`;
  });
}

/** The narrative ten times as long: every paragraph stands there ten times. */
export function makeLong(folder) {
  for (const lang of ['ja', 'en'])
    change(folder, `${release}/narrative.${lang}.md`, (text) =>
      text.replace(/^(?![<#-]).+[.。]$/gm, (line) => Array(10).fill(line).join('\n\n')),
    );
  change(folder, `${release}/release.yaml`, (text) => text.replace(/^targets:.*\n/m, ''));
}

function change(folder, file, edit) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const edited = edit(text);
  if (edited === text) throw new Error(`bench: nothing to change in ${file}`);
  writeFileSync(path, edited);
}

const withCommas = (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A word of its own for each number, and no word of a language: the issuer `iij-on` had labels that say on. */
function letters(i) {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz';
  return `q${alphabet[Math.floor(i / 26) % 26]}${alphabet[i % 26]}`;
}
