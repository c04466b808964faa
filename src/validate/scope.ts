// Turn a file and the names of the whole project into the readers that every builder uses: one a kind of value.
import { language } from '../language/languages.ts';
import { Exact } from '../model/exact.ts';
import type { Expression } from '../model/expression.ts';
import type { FindingWords } from '../model/finding.ts';
import { inLang, type Lang, type PerLang, perLang } from '../model/language.ts';
import { nameHints } from '../model/nearest-name.ts';
import { printsNothing, quoted } from '../model/printable.ts';
import { say, sayId, sayWord } from '../model/say.ts';
import type { YamlFile, YamlPath } from '../model/sources.ts';
import type { Labels, Located, Span } from '../model/span.ts';
import type { Report } from './codes.ts';
import { called, type Fail, failIn, innerSpan } from './fail-in.ts';
import type { Names } from './names.ts';
import { parseFormula } from './parse-formula.ts';
import { type Figure, isFault, parseDate, parseFigure, parseOpenFigure } from './parse-typed.ts';

/** One file among others. Each reader reports what is wrong and gives a harmless value in its place. */
export interface Scope<N extends Names = Names> {
  /** The names that the file may refer to. */
  readonly names: N;
  /** Reports what is wrong at a path of the file. */
  readonly fail: Fail;
  /** The place of a value, or of its key. */
  readonly at: (path: YamlPath, key?: boolean) => Span;
  /** Whether the concept is declared. */
  readonly knowsConcept: (id: string, path: YamlPath, key?: boolean) => boolean;
  /** Whether the concept, or the heading over accounts, is declared. */
  readonly knowsName: (id: string, path: YamlPath) => boolean;
  /** The id of a period given by id or role. */
  readonly periodId: (name: string, path: YamlPath) => string;
  /** A value in each language of the release, made by `make`. */
  readonly eachLang: <T>(make: (lang: Lang) => T) => PerLang<T>;
  /** A text in each language, none of them empty unless said so. */
  readonly labels: (data: PerLang<string>, path: YamlPath, mayBeEmpty?: 'may be empty') => Labels;
  /** The day; an empty text stands in for one at fault. */
  readonly date: (text: string, path: YamlPath) => Located<string>;
  /** A figure as it is printed, `(193,782)`; zero stands in for one at fault. */
  readonly figure: (text: string, path: YamlPath) => Figure;
  /** Likewise, or `undecided`, or a range, `6,000..7,000`. */
  readonly openFigure: (text: string, path: YamlPath) => Figure;
  /** A plain decimal number; `least` bounds it. */
  readonly number: (text: string, path: YamlPath, least?: number) => number;
  /** A whole number in bounds. */
  readonly count: (text: string, path: YamlPath, least: number, most: number) => number;
  /** A formula, its names looked up; zero stands in for one at fault. */
  readonly formula: (text: string, path: YamlPath) => Expression;
}

/** What stands in for a value at fault until the errors stop the stage. */
const noFigure: Figure = { value: Exact.zero, nil: true, percent: false, decimals: 0 };

/** Unknown names of one file that a likely one is sought for: a file with more of them has another fault than misspelling. */
const mostSought = 100;

const headingSaid = (id: string) => say`${id} is a heading, which has no figures`;

export function scopeOf<N extends Names>(file: YamlFile, names: N, report: Report): Scope<N> {
  const fail = failIn(file, report);
  let sought = 0;
  const near = (name: string, known: Iterable<string>): string[] => (++sought > mostSought ? [] : nameHints(name, known));

  const knowsConcept = (id: string, path: YamlPath, key = false): boolean => {
    if (names.conceptIds.has(id)) return true;
    if (names.headingIds.has(id)) {
      const hints = [say`over a group of rows write head: ${id}`];
      fail({ code: 'validate/unknown-concept', message: headingSaid(id), path, key, hints });
      return false;
    }
    const hints = [...near(id, names.conceptIds), 'every concept is declared in concepts.yaml'];
    fail({ code: 'validate/unknown-concept', message: say`concept ${id} is not known`, path, key, hints });
    return false;
  };

  const knowsName = (id: string, path: YamlPath): boolean => {
    if (names.conceptIds.has(id) || names.headingIds.has(id)) return true;
    const hints = [...near(id, [...names.headingIds, ...names.conceptIds]), 'or write the words in each language'];
    fail({ code: 'validate/unknown-concept', message: say`${id} is neither a heading nor a concept that is known`, path, hints });
    return false;
  };

  const periodId = (name: string, path: YamlPath): string => {
    const id = names.roles.get(name) ?? name;
    if (names.periodIds.has(id) || names.roles.has(name)) return id;
    const hints = near(name, [...names.roles.keys(), ...names.periodIds]);
    fail({ code: 'validate/unknown-period', message: say`period ${name} is not known`, path, hints });
    return id;
  };

  const eachLang = <T>(make: (lang: Lang) => T): PerLang<T> => perLang(names.languages, make);

  const labels = (data: PerLang<string>, path: YamlPath, mayBeEmpty?: 'may be empty'): Labels => {
    const one = (lang: Lang): Located<string> => {
      const value = inLang(data, lang);
      if (printsNothing(value) && !mayBeEmpty) {
        fail({
          code: 'validate/missing-label',
          message: say`the ${language(lang).name} of ${called(path)} is empty`,
          path: [...path, lang],
          hints: ['write the text'],
        });
      }
      return { value, at: file.locate([...path, lang]) };
    };
    return eachLang(one);
  };

  const date = (text: string, path: YamlPath): Located<string> => {
    const day = parseDate(text);
    if (typeof day === 'string') return { value: day, at: file.locate(path) };
    fail({ code: 'validate/date', message: day.message, path, hints: [day.hint] });
    return { value: '', at: file.locate(path) };
  };

  const readFigure = (result: Figure | FindingWords, path: YamlPath): Figure => {
    if (!isFault(result)) return result;
    fail({ code: 'validate/number', message: result.message, path, hints: [result.hint] });
    return noFigure;
  };
  const figure = (text: string, path: YamlPath): Figure => readFigure(parseFigure(text), path);
  const openFigure = (text: string, path: YamlPath): Figure => readFigure(parseOpenFigure(text), path);

  const number = (text: string, path: YamlPath, least = 0): number => {
    const value = /^-?\d{1,7}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least) return value;
    fail({ code: 'validate/number', message: say`${quoted(text)} is not a number of at least ${least}`, path });
    return least;
  };

  const count = (text: string, path: YamlPath, least: number, most: number): number => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    fail({ code: 'validate/number', message: say`${quoted(text)} is not a whole number from ${least} to ${most}`, path });
    return least;
  };

  const formula = (text: string, path: YamlPath): Expression => {
    const whole = file.locate(path);
    const parsed = parseFormula(text, (offset, length) => innerSpan(file, whole, text, offset, length));
    if ('fault' in parsed) {
      const { message, offset, length, hints } = parsed.fault;
      fail({ code: 'validate/formula', message, path, inside: { offset, length, text }, hints });
      return { kind: 'number', value: Exact.zero };
    }
    for (const { kind, name, offset } of parsed.names) {
      const known = kind === 'concept' ? names.conceptIds : names.statementIds;
      if (known.has(name)) continue;
      const code = kind === 'concept' ? 'validate/unknown-concept' : 'validate/unknown-statement';
      const isHeading = kind === 'concept' && names.headingIds.has(name);
      const hints = isHeading ? [] : [...minusHints(name, names.conceptIds), ...near(name, known)];
      fail({
        code,
        message: isHeading ? headingSaid(name) : say`${sayWord(kind)} ${sayId(name)} is not known`,
        path,
        inside: { offset, length: name.length, text },
        hints,
      });
    }
    return parsed.expression;
  };

  return {
    names,
    fail,
    at: (path, key) => file.locate(path, key),
    knowsConcept,
    knowsName,
    periodId,
    eachLang,
    labels,
    date,
    figure,
    openFigure,
    number,
    count,
    formula,
  };
}

/** `a-b` where both a and b are concepts was meant as a subtraction. */
function minusHints(name: string, known: ReadonlySet<string>): string[] {
  for (let at = name.indexOf('-'); at >= 0; at = name.indexOf('-', at + 1)) {
    const [left, right] = [name.slice(0, at), name.slice(at + 1)];
    if (known.has(left) && known.has(right)) return [say`a minus stands between spaces: ${left} - ${right}`];
  }
  return [];
}
