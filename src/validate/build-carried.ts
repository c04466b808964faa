// Turn carried.yaml into what was carried over, each text with the place where it still stands as it was.
import type * as z from 'zod/mini';
import type { Carried, CarriedText } from '../model/carried.ts';
import { isMapping } from '../model/mapping.ts';
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
      fail({ code: 'validate/wrong-type', message: `nothing is carried in ${entry.file}`, path: ['texts', index, 'file'], hints });
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
  if (keyed) return (entry) => keyedPlace(entry, keyed);
  const [, lang] = /^narrative\.(.+)\.md$/.exec(name) ?? [];
  const narrative = lang === undefined ? undefined : narratives.get(lang);
  if (lang === undefined || !narrative) return undefined;
  const sentences = new Map<string, Span>();
  for (const { text, start, end } of typedSentences(narrative.text, lang))
    if (!sentences.has(text)) sentences.set(text, spanIn(narrative, start, end));
  return ({ text }) => sentences.get(asOneLine(text));
}

/** `titles.ja` is the value at that key; `literals` the item of that text and reason. */
function keyedPlace({ key = '', text, why }: Entry, file: YamlFile): Span | undefined {
  const cut = key.indexOf('.');
  const [section, rest] = cut < 0 ? [key, undefined] : [key.slice(0, cut), key.slice(cut + 1)];
  const value = isMapping(file.value) ? file.value[section] : undefined;
  if (rest !== undefined) {
    const own = isMapping(value) && Object.hasOwn(value, rest) ? value[rest] : undefined;
    return typeof own === 'string' && asOneLine(own) === asOneLine(text) ? file.locate([section, rest]) : undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const same = (one: unknown, other: string | undefined): boolean =>
    other === undefined || (typeof one === 'string' && asOneLine(one) === asOneLine(other));
  const index = value.findIndex((item) => isMapping(item) && same(item.text, text) && same(item.why, why));
  return index < 0 ? undefined : file.locate([section, index, 'text']);
}

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
