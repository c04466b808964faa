// Turn folders into word of every change in them: told at once where the system tells, found by looking where it does not, and never of a file half written.
import { type BigIntStats, type Dirent, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds between two looks that must find the same before a change is told: programs save in several steps. */
const quiet = 25;

/** The same where a file became empty or went away: a program may be about to write it, or to put another in its place. */
const quietWhenLess = 250;

/** Milliseconds between looks that nobody asked for: folders of other machines tell nothing by themselves. */
const usual = 1000;

/** Looks after which a change is told although files still change. */
const mostLooks = 80;

/** What a file is, without being read: size, times and number. */
type Signature = ReadonlyMap<string, string>;

/** Word of changes, until it is closed. */
export interface FileWatch {
  /** Looks at once, as though something had been told. */
  readonly look: () => void;
  readonly close: () => void;
}

/**
 * Calls `changed` with the files (absolute) below `folders` that are new, gone or not what they were, once they hold still. Folders may come
 * and go. Files whose names begin with a dot are nobody's data.
 */
export function watchFiles(folders: readonly string[], changed: (files: readonly string[]) => void): FileWatch {
  const watchers = new Map<string, FSWatcher>();
  let told = signatureOf(folders);
  let seen = told.files;
  let looks = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, ms);
  };
  const listen = (there: ReadonlySet<string>) => {
    for (const [folder, watcher] of watchers) {
      if (there.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const folder of there) if (!watchers.has(folder)) listenTo(folder);
  };
  const listenTo = (folder: string) => {
    try {
      const watcher = watch(folder, { persistent: true }, () => {
        if (looks === 0) later(0);
      });
      // A folder that goes away, or a system that has no room for another: looking goes on.
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    } catch {
      // The same.
    }
  };
  const look = () => {
    if (closed) return;
    const now = signatureOf(folders);
    listen(now.folders);
    const changes = changesBetween(told.files, now.files);
    const still = changesBetween(seen, now.files).length === 0;
    seen = now.files;
    if (changes.length === 0) {
      looks = 0;
      later(usual);
    } else if (looks > 0 && (still || looks >= mostLooks)) {
      told = now;
      looks = 0;
      later(usual);
      changed(changes);
    } else {
      looks++;
      later(changes.some((file) => isLess(file, told.files, now.files)) ? quietWhenLess : quiet);
    }
  };

  listen(told.folders);
  later(usual);
  return {
    look,
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

interface Seen {
  readonly files: Signature;
  readonly folders: ReadonlySet<string>;
}

function signatureOf(roots: readonly string[]): Seen {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  // Links may lead in a circle: a folder is looked into once.
  const known = new Set<string>();
  const walk = (folder: string) => {
    const own = statsOf(folder);
    const id = `${own?.dev} ${own?.ino}`;
    if (!own || known.has(id)) return;
    known.add(id);
    const entries = entriesOf(folder);
    if (!entries) return;
    folders.add(folder);
    for (const { name } of entries) {
      if (name.startsWith('.') || name.endsWith('~')) continue;
      const path = join(folder, name);
      // Links too stand for what they lead to.
      const stats = statsOf(path);
      if (stats?.isDirectory()) walk(path);
      else if (stats?.isFile()) files.set(path, `${stats.size} ${stats.mtimeNs} ${stats.ino}`);
    }
  };
  for (const root of roots) walk(root);
  return { files, folders };
}

/** Undefined for nothing, and for a link that leads to none or in a circle. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false, bigint: true });
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

function changesBetween(before: Signature, after: Signature): readonly string[] {
  if (before === after) return [];
  return [
    ...[...before.keys()].filter((file) => !after.has(file)),
    ...[...after].filter(([file, signature]) => before.get(file) !== signature).map(([file]) => file),
  ];
}

/** Gone, or empty and not so before. */
function isLess(file: string, before: Signature, after: Signature): boolean {
  const [then, now] = [before.get(file), after.get(file)];
  return now === undefined || (now.startsWith('0 ') && !(then ?? '0 ').startsWith('0 '));
}
