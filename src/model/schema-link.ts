// Turn the path of a data file into the JSON Schema that editors hold it against, and into the line that tells them so.

/** Where the schemas of a project stand, from its root. */
export const schemaFolder = '.kessan/schema';

/** Name of the schema of a file, by its path from the project's root with forward slashes; undefined for a file that has none. */
export function schemaOf(path: string): string | undefined {
  const [name = '', folder = ''] = path.split('/').reverse();
  const [, id] = /^(.+)\.ya?ml$/.exec(name) ?? [];
  if (id === undefined) return undefined;
  if (folder === 'dictionary') return id === 'wording' ? id : 'accounts';
  const kind = { statements: 'statement', periods: 'period', charts: 'chart' }[folder];
  if (kind !== undefined) return kind;
  if (/^style\./.test(id)) return 'theme';
  return /\.map$/.test(id) ? 'map' : id;
}

/** The first line of a file that is written, so that editors complete and check it; '' for a file that has no schema. */
export function schemaLine(path: string): string {
  const name = schemaOf(path);
  return name === undefined ? '' : schemaLineTo(`${'../'.repeat(path.split('/').length - 1)}${schemaFolder}/${name}.json`);
}

/** The same by the link itself: a path from the file's folder. */
export const schemaLineTo = (link: string): string => `# yaml-language-server: $schema=${link}`;

/** The line of a file of the same folder, where it has one, with this schema instead; projects may keep their schemas elsewhere. */
export function schemaLineLike(neighbour: string, path: string): string {
  const own = /^# yaml-language-server:[^\n]*?\$schema=\S*?(?=[\w-]+\.json\s)/.exec(neighbour)?.[0];
  return own === undefined ? schemaLine(path) : `${own}${schemaOf(path)}.json`;
}
