// Turn carried.yaml into what was carried over, each text with the place where it still stands as it was.
import type * as z from 'zod/mini';
import type { Carried, CarriedText } from '../model/carried.ts';
import { isMapping } from '../model/mapping.ts';
import { say } from '../model/say.ts';
import type { SourceFile, Sources, YamlFile } from '../model/sources.ts';
import type { Span } from '../model/span.ts';
import { asOneLine, typedSentences } from '../template/typed-sentences.ts';
import type { Fail } from './fail-in.ts';
import type { carriedSchema } from './schema/carried.ts';

type CarriedData = z.infer<ReturnType<typeof carriedSchema>>;
type Entry = CarriedData['texts'][number];

/** Finds where the text of an entry stands; undefined where it does not. */
type Finder = (entry: Entry) => Span | undefined;

export function buildCarried(data: CarriedData, file: YamlFile, sources: Sources, fail: Fail): Carried {
  const finders = new Map<string, Finder | undefined>();
  const finderOf = (name: string): Finder | undefined => {
    if (!finders.has(name)) finders.set(name, finderIn(name, sources));
    return finders.get(name);
  };
  const texts = data.texts.map((entry, index): CarriedText => {
    const find = finderOf(entry.file);
    // A file that was taken out took its words with it; a name of another kind is a slip.
    if (!find && !/^(?:narrative\.[A-Za-z-]+\.md|periods\/[a-z0-9-]+\.yaml)$/.test(entry.file)) {
      const hints = ['name narrative.<language>.md, release.yaml, or periods/<id>.yaml'];
      fail({ code: 'validate/wrong-type', message: say`nothing is carried in ${entry.file}`, path: ['texts', index, 'file'], hints });
    }
    if (entry.confirmed?.trim() === '')
      fail({
        code: 'validate/wrong-type',
        message: 'a text is confirmed by nobody',
        path: ['texts', index, 'confirmed'],
        hints: ['write who confirms it, or take the key out'],
      });
    const stands = find?.(entry);
    return {
      text: entry.text,
      file: entry.file,
      ...(entry.key !== undefined && { key: entry.key }),
      at: file.locate(['texts', index, 'text']),
      ...(stands && { stands }),
      ...(entry.confirmed !== undefined && { confirmed: entry.confirmed }),
    };
  });
  return { from: data.from, texts };
}

function finderIn(name: string, { release, periods, narratives }: Sources): Finder | undefined {
  const [, id] = /^periods\/(.+)\.yaml$/.exec(name) ?? [];
  const keyed = name === 'release.yaml' ? release : id === undefined ? undefined : periods.get(id);
  if (keyed) return keyedFinder(keyed);
  const [, lang] = /^narrative\.(.+)\.md$/.exec(name) ?? [];
  const narrative = lang === undefined ? undefined : narratives.get(lang);
  if (lang === undefined || !narrative) return undefined;
  const sentences = new Map<string, Span>();
  for (const { text, start, end } of typedSentences(narrative.text, lang))
    if (!sentences.has(text)) sentences.set(text, spanIn(narrative, start, end));
  return ({ text }) => sentences.get(asOneLine(text));
}

/** `titles.ja` is the value at that key; `literals` the item of that text and reason. */
function keyedFinder(file: YamlFile): Finder {
  const top = isMapping(file.value) ? file.value : {};
  const lists = new Map<string, ReadonlyMap<string, number>>();
  const itemsOf = (section: string): ReadonlyMap<string, number> => {
    const known = lists.get(section);
    if (known) return known;
    const own = Object.hasOwn(top, section) ? top[section] : undefined;
    const items = itemsByWords(Array.isArray(own) ? own : []);
    lists.set(section, items);
    return items;
  };
  return ({ key = '', text, why }) => {
    const cut = key.indexOf('.');
    if (cut < 0) {
      const index = itemsOf(key).get(wordsOf(text, why));
      return index === undefined ? undefined : file.locate([key, index, 'text']);
    }
    const [section, name] = [key.slice(0, cut), key.slice(cut + 1)];
    const values = Object.hasOwn(top, section) ? top[section] : undefined;
    const own = isMapping(values) && Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof own === 'string' && asOneLine(own) === asOneLine(text) ? file.locate([section, name]) : undefined;
  };
}

/** Items by text and reason, and by text alone for an entry that gives none. */
function itemsByWords(items: readonly unknown[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  items.forEach((item, index) => {
    if (!isMapping(item) || typeof item.text !== 'string') return;
    const why = typeof item.why === 'string' ? item.why : undefined;
    for (const words of [wordsOf(item.text, why), wordsOf(item.text)]) if (!found.has(words)) found.set(words, index);
  });
  return found;
}

const wordsOf = (text: string, why?: string): string => JSON.stringify([asOneLine(text), why === undefined ? null : asOneLine(why)]);

/** The first line of a stretch. */
function spanIn({ file, text, lineStarts }: SourceFile, start: number, end: number): Span {
  let [low, high] = [0, lineStarts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const lineEnd = text.indexOf('\n', start);
  const until = lineEnd < 0 ? end : Math.min(end, lineEnd);
  return { file, line: low + 1, column: start - (lineStarts[low] ?? 0) + 1, length: Math.max(1, until - start) };
}
