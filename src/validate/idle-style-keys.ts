// Turn keys of a style that match nothing into findings: blocks of no element, tints of a role that no period has.

import { nameHints } from '../model/nearest-name.ts';
import { say } from '../model/say.ts';
import type { YamlFile } from '../model/sources.ts';
import type { Report } from './codes.ts';
import { failIn } from './fail-in.ts';
import type { BlockData, TableData } from './schema/style.ts';

/** What a block may be named after, and may stand before the point of `p.notice`. */
const tags = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'li', 'li-2', 'li-3', 'dl', 'note', 'caption', 'unit', 'head', 'cell'],
  ...['ul', 'ol', 'table', 'section'],
] as const;
/** Of captions, the classes are the kinds of tables. */
const ofTables = ['statement', 'statistics'] as const;

interface StyleData {
  readonly blocks: Readonly<Record<string, Readonly<Record<string, BlockData>> | undefined>>;
  readonly tables: Readonly<Record<'statement' | 'statistics', TableData>>;
}

/** `roles` are those of the release, and those that statements name, whatever their conditions. */
export function reportIdleKeys(style: YamlFile, data: StyleData, roles: ReadonlySet<string>, report: Report): void {
  const fail = failIn(style, report);
  for (const kind of ofTables) {
    for (const role of Object.keys(data.tables[kind].tints?.columns ?? {})) {
      if (roles.has(role)) continue;
      const path = ['tables', kind, 'tints', 'columns', role];
      fail({ code: 'validate/style', message: say`no period has the role ${role}`, path, key: true, hints: nameHints(role, roles) });
    }
  }
  for (const [lang, blocks = {}] of Object.entries(data.blocks)) {
    for (const name of Object.keys(blocks)) {
      const path = ['blocks', lang, name];
      const [tag = '', word] = name.split('.');
      if (word !== undefined && !tags.some((known) => known === tag)) {
        const hints = nameHints(tag, tags, tags.length);
        fail({ code: 'validate/style', message: say`${name} styles no element: there is no ${tag}`, path, key: true, hints });
      } else if (tag === 'caption' && word !== undefined && !ofTables.some((kind) => kind === word)) {
        const hints = nameHints(word, ofTables);
        fail({ code: 'validate/style', message: say`${name} styles no caption: there are no ${word} tables`, path, key: true, hints });
      } else if (word === undefined && levelled.test(name) && !tags.some((known) => known === name)) {
        const message = say`${name} styles nothing: headings have four levels, and lists inside items three`;
        fail({ code: 'validate/style', message, path, key: true, hints: nameHints(name, tags, 0) });
      }
    }
  }
}

/** Names that no class has: a heading or a list of some level. Other names without a point may be classes that an issuer uses. */
const levelled = /^(?:h\d+|li-?\d+)$/;

/** Every `period:` that is written in a statement, its columns and rows. */
export function rolesNamed(statements: Iterable<YamlFile>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if ((key === 'period' || key === 'from' || key === 'against') && typeof inner === 'string') found.add(inner);
        else visit(inner);
      }
    }
  };
  for (const { value } of statements) visit(value);
  return found;
}
