// Turn a seed into the edits of one day in a project's folder: files edited, added, removed, broken and mended again.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seeded } from '../seeded-random.ts';
import { breakingEdits, usualEdits } from './edit-kinds.ts';
import type { EditKind } from './edit-ways.ts';
import { plainPicture } from './furnish.ts';
import { furnishedEdits } from './furnished-edits.ts';

/** What was on disk before an edit. */
interface Before {
  readonly file: string;
  /** Undefined where there was no such file. */
  readonly content: string | Uint8Array | undefined;
}

/** Pictures of dots are no texts: another takes the place of one. */
const ofDots = /\.png$/;

/** One edit of the folder, told in words. */
export type Step = string;

export class EditHistory {
  readonly #root: string;
  readonly #folders: readonly string[];
  readonly #random: Seeded;
  readonly #undo: Before[] = [];

  readonly #usual: Readonly<Record<string, EditKind>>;

  /** Edits files of these folders of the project only; `furnished` ones as often as all others. */
  constructor(root: string, folders: readonly string[], random: Seeded, furnished = false) {
    this.#usual = furnished ? { ...usualEdits, ...furnishedEdits } : usualEdits;
    this.#root = root;
    this.#folders = folders;
    this.#random = random;
  }

  /** The next edit, made on disk. */
  next(): Step {
    const way = this.#random.below(100);
    if (this.#undo.length > 0 && way < 40) return this.mend();
    if (way < 44) return this.#remove();
    if (way < 48) return this.#add();
    const kinds = way < 90 ? this.#usual : breakingEdits;
    if (way < 60 && this.#files().some((file) => ofDots.test(file)) && this.#random.below(4) === 0) return this.#exchange();
    for (;;) {
      const name = this.#random.pick(Object.keys(kinds));
      const step = this.#edit(name, kinds[name] as EditKind);
      if (step !== undefined) return step;
    }
  }

  /** Takes the last edit back that was not yet taken back. */
  mend(): Step {
    const before = this.#undo.pop();
    if (!before) return 'nothing to mend';
    const path = join(this.#root, before.file);
    if (before.content === undefined) rmSync(path, { force: true });
    else writeFileSync(path, before.content);
    return `${before.file}: mended`;
  }

  #edit(name: string, { files, edit }: EditKind): Step | undefined {
    const fit = this.#files().filter((file) => files.test(file) && !ofDots.test(file));
    if (fit.length === 0) return undefined;
    const file = this.#random.pick(fit);
    const text = readFileSync(join(this.#root, file), 'utf8');
    const edited = edit(text, this.#random);
    if (edited === undefined || edited === text) return undefined;
    this.#write(file, edited, text);
    return `${file}: ${name}`;
  }

  #remove(): Step {
    const file = this.#random.pick(this.#files());
    this.#undo.push({ file, content: readFileSync(join(this.#root, file)) });
    rmSync(join(this.#root, file));
    return `${file}: removed`;
  }

  /** Another picture in the place of one. */
  #exchange(): Step {
    const file = this.#random.pick(this.#files().filter((each) => ofDots.test(each)));
    this.#undo.push({ file, content: readFileSync(join(this.#root, file)) });
    const color = [this.#random.below(256), this.#random.below(256), this.#random.below(256)] as const;
    writeFileSync(join(this.#root, file), plainPicture(4 + this.#random.below(20), 4 + this.#random.below(20), color));
    return `${file}: another picture`;
  }

  /** A copy of a file beside it, under a name of its own: another period, statement, part of the layout. */
  #add(): Step {
    const file = this.#random.pick(this.#files().filter((each) => /\/(?:periods|statements|templates)\//.test(`/${each}`)));
    const added = file.replace(/([\w-]+)(\.[\w.]+)$/, `$1-${this.#random.below(3)}$2`);
    const before = this.#files().includes(added) ? readFileSync(join(this.#root, added), 'utf8') : undefined;
    this.#write(added, readFileSync(join(this.#root, file), 'utf8'), before);
    return `${added}: added`;
  }

  #write(file: string, text: string, before: string | undefined): void {
    this.#undo.push({ file, content: before });
    writeFileSync(join(this.#root, file), text);
  }

  #files(): readonly string[] {
    return this.#folders.flatMap((folder) => filesBelow(this.#root, folder)).filter((file) => !/\/starter\//.test(file));
  }
}

function filesBelow(root: string, folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
    .sort();
}
