// Turn a seed into the edits of one day in a project's folder: files edited, added, removed, broken and mended again.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seeded } from '../seeded-random.ts';
import { breakingEdits, type EditKind, usualEdits } from './edit-kinds.ts';

/** What was on disk before an edit. */
interface Before {
  readonly file: string;
  /** Undefined where there was no such file. */
  readonly text: string | undefined;
}

/** One edit of the folder, told in words. */
export type Step = string;

export class EditHistory {
  readonly #root: string;
  readonly #folders: readonly string[];
  readonly #random: Seeded;
  readonly #undo: Before[] = [];

  /** Edits files of these folders of the project only. */
  constructor(root: string, folders: readonly string[], random: Seeded) {
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
    const kinds = way < 90 ? usualEdits : breakingEdits;
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
    if (before.text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, before.text);
    return `${before.file}: mended`;
  }

  #edit(name: string, { files, edit }: EditKind): Step | undefined {
    const fit = this.#files().filter((file) => files.test(file));
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
    this.#undo.push({ file, text: readFileSync(join(this.#root, file), 'utf8') });
    rmSync(join(this.#root, file));
    return `${file}: removed`;
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
    this.#undo.push({ file, text: before });
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
