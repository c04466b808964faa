// Turn "a language" into all that the program must know of one: how it writes, how it is read, how it is set.
import type { Lang } from '../model/language.ts';
import type { BlacklineWriting } from './blackline.ts';
import type { ChartWriting } from './charts.ts';
import type { ConceptReading } from './concept-reading.ts';
import type { EraReading } from './era-reading.ts';
import type { HeadReading } from './heads.ts';
import type { LabelReading } from './labels.ts';
import type { LegendReading } from './legends.ts';
import type { NumberReading } from './number-reading.ts';
import type { ReportWords } from './report-words.ts';
import type { ScreenWords } from './screen-words.ts';
import type { Tradition, Typesetting } from './typesetting.ts';
import type { WordReading } from './word-reading.ts';
import type { WorkbookWords } from './workbook-words.ts';
import type { ChangeWriting, DateWriting, FigureWriting, FlagWriting, TextWriting } from './writing.ts';

/** One language. Every function of it is pure. */
export interface Language {
  /** As issuers and layouts name it, and `lang` attributes of HTML: ISO 639-1. */
  readonly code: Lang;
  /** Its name in English, as findings say it. */
  readonly name: string;
  /** By which PDF readers choose a voice: BCP 47, with the region. */
  readonly tag: string;
  readonly tradition: Tradition;
  readonly figures: FigureWriting;
  readonly dates: DateWriting;
  /** The same with years counted by eras; undefined in a language without them. */
  readonly eraDates?: DateWriting;
  /** How it names days by eras; undefined in a language without them. */
  readonly eras?: EraReading;
  readonly changes: ChangeWriting;
  readonly flags: FlagWriting;
  readonly charts: ChartWriting;
  readonly text: TextWriting;
  readonly blackline: BlacklineWriting;
  readonly words: WordReading;
  readonly concepts: ConceptReading;
  readonly numbers: NumberReading;
  readonly labels: LabelReading;
  readonly heads: HeadReading;
  readonly legends: LegendReading;
  readonly report: ReportWords;
  readonly workbook: WorkbookWords;
  /** What the page in the browser says of itself; undefined for a language that it does not speak. */
  readonly screen?: ScreenWords;
  readonly typesetting: Typesetting;
}
