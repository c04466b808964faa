// Turn an issuer's files into a typed release: what `validate` hands on. Every value that can be wrong keeps its place.
import type { Carried } from './carried.ts';
import type { ChartSpec } from './chart.ts';
import type { Exact } from './exact.ts';
import type { Erratum, Incomparable, Literal, Override, Waiver } from './exceptions.ts';
import type { Expression } from './expression.ts';
import type { HalfYearName, PrintedScale, Term } from './form.ts';
import type { ForLangs, Lang, PerLang } from './language.ts';
import type { Picture } from './picture.ts';
import type { PublishedRelease } from './published.ts';
import type { ReleaseFile } from './release-files.ts';
import type { NarrativeSection, SourceFile } from './sources.ts';
import type { Labels, Located, Span } from './span.ts';
import type { Regime, StatementSpec } from './statement-spec.ts';
import type { Style } from './style.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { Scale, Unit } from './unit.ts';

/** How a negative figure is printed in tables: (1,592), △1,592 or −1,592. */
export const negativeStyles = ['parentheses', 'triangle', 'minus'] as const;
export type NegativeStyle = (typeof negativeStyles)[number];

/** The calendar year that names a fiscal year. */
export type FiscalNaming = 'starts' | 'ends';

/** How a percent change is printed across a sign change, or beyond a limit. */
export interface ChangePolicy {
  /** `signed`: (current − base) / base, always. `nm`: text instead, when the base is not positive, signs differ, or the change reaches its limit. */
  readonly policy: 'signed' | 'nm';
  /** Percent beyond which `text` is printed, which itself is still printed as a number; undefined for none. */
  readonly beyond?: Exact;
  /** Percent from which on `text` is printed, as the change would be rounded: 999.96 is 1,000.0 where that is the limit; undefined for none. */
  readonly limit?: Exact;
  readonly text: ForLangs<string>;
}

/** What years are counted by: the calendar of most countries, or Japanese eras, in a language that has them. */
export const calendars = ['western', 'era'] as const;
export type Calendar = (typeof calendars)[number];

/** Accounting standards that a release may be prepared under, as the forms of the Tokyo exchange know them; `jmis` is Japan's Modified International Standards. */
export const standards = ['j-gaap', 'ifrs', 'us-gaap', 'jmis'] as const;
export type Standard = (typeof standards)[number];

/** A share became several, or several became one: figures of the time before are shown as if it had been so then. */
export interface Split {
  /** The day that it takes effect, ISO. */
  readonly on: string;
  /** The day from which releases take account of it, ISO: that of the decision, or the day itself. */
  readonly decided: string;
  /** New shares for one old share: 3, or 1/10. */
  readonly ratio: Exact;
  /** Concepts of which figures typed for periods before it are restated: amounts for a share are divided, counts multiplied. */
  readonly restates: readonly Located<string>[];
  /** Periods that begin before this day stay as they were typed, ISO; undefined: none does. */
  readonly since?: string;
  /** Concepts that add amounts of before and after it, which mean nothing in the period that it falls into. */
  readonly noTotal: readonly Located<string>[];
  readonly at: Span;
}

export interface Issuer {
  readonly id: string;
  readonly names: Labels;
  /** Short names used in running text: an acronym, a name without its legal form. */
  readonly shortNames: Labels;
  /** What its consolidated statements are prepared under, and where issuer.yaml says so. */
  readonly standard: Located<Standard>;
  /** ISO 4217 code of the reporting currency; exactly `JPY` in this version. */
  readonly currency: string;
  /** ISO 4217 code of the convenience translation, or undefined for none. */
  readonly translation?: string;
  /** What a bare money figure in periods/ is typed in, unless its concept says otherwise. */
  readonly scale: Scale;
  readonly regime: Regime;
  readonly change: ChangePolicy;
  /** Which of its two calendar years a fiscal year is named after: that it begins in (2002年度) or that it ends in (2026年3月期). */
  readonly fiscalNaming: FiscalNaming;
  /** How negative figures are printed. */
  readonly negative: ForLangs<NegativeStyle>;
  /** Whether a negative figure that rounds to zero keeps its sign: △0.0, where it is 0.0 else. */
  readonly signedZero?: boolean;
  /** What tables print for an absent figure typed as `-`. */
  readonly nil: ForLangs<string>;
  /** What years are counted by; undefined for the western calendar in every language. */
  readonly calendar?: ForLangs<Calendar>;
  /** In order of the file; undefined for none. */
  readonly splits?: readonly Split[];
  /** Long forms of abbreviations by the abbreviation, for voices. */
  readonly abbreviations: ReadonlyMap<string, Labels>;
  /** Facts for contact blocks and templates: free text by key. */
  readonly contacts: ReadonlyMap<string, Located<string>>;
  readonly at: Span;
}

/** What a figure of a period is measured at: its last day, or all of its days. */
export const periodTypes = ['instant', 'duration'] as const;
export type PeriodType = (typeof periodTypes)[number];

/** How a figure was rounded before it was typed: half-up, cut off (toward zero), or rounded up (away from zero). */
export const typedRoundings = ['round', 'truncate', 'up'] as const;
export type TypedRounding = (typeof typedRoundings)[number];

/** The sign that figures have as a rule: `either` of a result, `none` of a heading over accounts, which has no figures. */
export const normalSigns = ['plus', 'minus', 'either', 'none'] as const;
export type NormalSign = (typeof normalSigns)[number];

/** What a signed result is called when it is above zero, and when it is below. */
export interface Outcomes {
  readonly gain: Labels;
  readonly loss: Labels;
}

/** A thing measured. */
export interface Concept {
  readonly id: string;
  readonly unit: Unit;
  /** What a bare figure of this concept is typed in; defaults to the issuer's for money, `one` otherwise. */
  readonly scale: Scale;
  /** How figures that are typed in `scale` were rounded; undefined: money as the issuer cuts or rounds, the rest half-up. */
  readonly typed?: TypedRounding;
  /** Decimals when printed in a table in `scale`. */
  readonly decimals: number;
  /** Which direction is good news; decides improvement words. */
  readonly better: 'higher' | 'lower' | 'neutral';
  /** Measured at the end of a period, or over it, where its file says so: else it follows from statements and relations, or is not known. */
  readonly periodType?: PeriodType;
  /** The sign of its figures as a rule, where it is known: an allowance is below zero. */
  readonly sign?: NormalSign;
  readonly labels: Labels;
  /** Its name over columns, in the languages where that is another: 総資産 over a column, 資産合計 beside a row. */
  readonly heads?: Partial<Labels>;
  /** Names of the two outcomes of a signed result, e.g. operating income / operating loss. */
  readonly outcomes?: Outcomes;
  /** The same of figures of whole fiscal years, where they are named otherwise: 当期純利益, of a quarter 四半期純利益. */
  readonly annual?: { readonly labels?: Partial<Labels>; readonly heads?: Partial<Labels>; readonly outcomes?: Outcomes };
  /** Its rows are labelled by the outcome that their figures have, unless they say otherwise. */
  readonly followSign?: true;
  /** Formula over concepts of the same period; `previous(x)` is x at the period named `previous`. Undefined: reported, or total of a statement. */
  readonly formula?: Expression;
  /** What it is computed as where figures for that are there and none is typed; a typed one is held to it. Never beside a formula. */
  readonly usually?: Expression;
  /** Of a concept that is another one as far as it belongs to a member, `sales.external[instruments]`. */
  readonly member?: ConceptMember;
  readonly at: Span;
}

/** What a concept is of: a segment, or an item of the balance sheet that a change is of. */
export interface ConceptMember {
  /** The concept without the member. */
  readonly concept: string;
  /** Id of the member, as members.yaml has it. */
  readonly id: string;
  /** The same concept of other members, which this one is the total of; empty where it is none. */
  readonly parts: readonly string[];
}

/** One figure typed in a data file. */
export interface ReportedFact {
  readonly concept: string;
  /** In base units; undefined for a nil typed as `-`, which is an exact zero printed as nil. */
  readonly value: Exact;
  readonly nil: boolean;
  /** Typed as `undecided`: there is no value yet, `value` is zero and says nothing. */
  readonly undecided?: true;
  /** Of a range typed as `6,000..7,000` its high end, in base units; `value` is the low end. */
  readonly upper?: Exact;
  /** As typed: `(193,782)`. */
  readonly text: string;
  /** For stated facts: where the figure comes from, when no table holds it. */
  readonly source?: string;
  /** Concepts (`concept` or `concept@period`) that a stated fact rests on. */
  readonly restsOn?: readonly string[];
  /** Whether all of these are facts of periods by their ids, which stay the same from release to release, as roles do not. */
  readonly restsOnIds?: boolean;
  /** The period whose release states it: the release of another one states it anew. */
  readonly statedFor?: string;
  /** Values, in base units, that some of these had when the stated fact was last confirmed. */
  readonly when?: ReadonlyMap<string, { readonly value: Exact; readonly text: string; readonly decimals: number; readonly at: Span }>;
  readonly at: Span;
}

/** A figure of a period as that period's own release printed it, for the comparison with what later releases print. */
export interface AsReleased {
  readonly concept: string;
  /** In base units. */
  readonly value: Exact;
  readonly text: string;
  /** Why it is presented otherwise since: the note that says so. */
  readonly because?: string;
  /** What it is presented at now, less what was released. */
  readonly difference?: Expression;
  readonly at: Span;
}

/** A change of a figure as it was published, of a period whose base is not in the data. */
export interface PublishedChange {
  readonly concept: string;
  /** The id of the period that it is from, which may have no file; undefined where it is not said. */
  readonly from?: string;
  /** In percent; zero where a dash was published. */
  readonly value: Exact;
  /** A dash was published. */
  readonly nil: boolean;
  /** As typed. */
  readonly text: string;
  /** Where it was published. */
  readonly source: string;
  readonly at: Span;
}

/** A value that must equal the computed one; never printed from. */
export interface Control {
  readonly concept: string;
  readonly period: string;
  /** `amount` and `difference` in the concept's scale, `translated` in the same scale of the second currency, `change` in percent, or `times`, the multiple. */
  readonly measure: 'amount' | 'translated' | 'change' | 'difference' | 'times';
  /** change, difference and times: the period compared with. */
  readonly from?: string;
  readonly value: Exact;
  /** High end of a range; `value` is the low end. */
  readonly upper?: Exact;
  /** The figure must be undecided; `value` says nothing then. */
  readonly undecided?: true;
  /** Typed in release.yaml, and so after the splits that the release takes account of; one of a period was published before them. */
  readonly ofRelease?: true;
  readonly text: string;
  readonly at: Span;
}

/** What sentences and heads say of a period. */
export interface PeriodDates {
  readonly id: string;
  /** ISO dates, both inclusive. */
  readonly start: string;
  readonly end: string;
  /** Fiscal year, named as the issuer names it. */
  readonly fiscalYear: number;
  /** The quarter, 1-4, that the period ends with: 2 for July to September and for the first half, 4 for the whole year. */
  readonly quarter: number;
  /** First and last day of its fiscal year, for one that is no twelve months: a first year, a year in which the closing day moves. */
  readonly fiscal?: { readonly start: string; readonly end: string };
  /** The period whose closing balances open this one, if its file is here. */
  readonly previous?: string;
}

/** A period as the rest of a longer one: the second quarter is the first half less the first quarter. */
export interface StandAlone {
  /** The id of the longer period, which ends on the same day. */
  readonly of: string;
  /** The id of its beginning, which ends on the day before this period. */
  readonly less: string;
  readonly at: Span;
}

/** A period as the sum of others: a year of its quarters. */
export interface PeriodSum {
  /** Ids of its parts in order of time; the last ends on the day on which the period ends. */
  readonly of: readonly string[];
  readonly at: Span;
}

export interface Period extends PeriodDates {
  /** Why it is not as long as the same period of another year, for a reader of the data. */
  readonly irregular?: string;
  /** What its durations are computed from, where they are not typed. */
  readonly standAlone?: StandAlone;
  /** What its durations are summed from, and its balances taken from, where they are not typed. */
  readonly sum?: PeriodSum;
  /** Where its first and last day and its quarter are typed; undefined for a period that no file holds. */
  readonly dated?: { readonly start: Span; readonly end: Span; readonly quarter: Span };
  readonly facts: ReadonlyMap<string, ReportedFact>;
  /** Figures that are listed and not typed yet, by concept: where each is to stand. */
  readonly unset?: ReadonlyMap<string, Span>;
  readonly controls: readonly Control[];
  /** Changes as they were published, by concept: printed where the base has no figure, held against the computed change where it has one. */
  readonly changes?: ReadonlyMap<string, PublishedChange>;
  /** What the release of this period printed, where it is known. */
  readonly asReleased?: readonly AsReleased[];
  /** Where its figures are typed. */
  readonly at: Span;
}

/** What a relation is about; the check of that name reports it where it fails. */
export const relationKinds = ['balance', 'cash-roll', 'equity-roll', 'previous-period', 'explained-difference', 'parts'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A relation between facts of one period that must hold: `left` equals `right`, as far as the units that its figures are typed in tell. */
export interface Relation {
  readonly name: string;
  readonly check: RelationKind;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: Span;
}

/** What a release answers to a question of its form: 有 or 無, yes or none. */
export const answers = ['yes', 'no'] as const;
export type Answer = (typeof answers)[number];

export interface ReleaseSpec {
  readonly id: string;
  readonly layout: string;
  /** ISO dates of announcement per language: Tokyo and New York differ. */
  readonly announced: PerLang<Located<string>>;
  /** Other dates by name, ISO. */
  readonly dates: ReadonlyMap<string, Located<string>>;
  /** By name, those of which the release says that they are undecided. */
  readonly undecidedDates?: ReadonlyMap<string, Span>;
  /** Why a day is where it would not be expected, by its name: of `dates`, `announced.<language>` or `rate-date`. */
  readonly dateReasons: ReadonlyMap<string, Located<string>>;
  readonly titles: Labels;
  /** Its answers by name: each is stated once and printed in the words of every language. */
  readonly flags: ReadonlyMap<string, Located<Answer>>;
  /** Yen for one unit of the translation currency. */
  readonly rate?: Located<Exact>;
  /** The day that the rate is of, ISO. */
  readonly rateDate?: Located<string>;
  /** Period roles, e.g. current → 2q02, prior-year → 2q01. `current` is required. */
  readonly periods: ReadonlyMap<string, Located<string>>;
  /** Pages wanted per page class; the fit ladder aims at them. */
  readonly targets: ReadonlyMap<string, Located<number>>;
  /** Parts of its layout that the release has beside those that every release has: statements and sections of the attachment. */
  readonly parts: readonly Located<string>[];
  /** Statements that the release says it prints, in order; undefined when it leaves that to its layout. */
  readonly statements?: readonly Located<string>[];
  /** Facts that belong to no period file: guidance, outside statistics. */
  readonly stated: ReadonlyMap<string, ReportedFact>;
  readonly overrides: readonly Override[];
  readonly waivers: readonly Waiver[];
  /** Comparisons that it prints as a dash, each with its reason; undefined for none. */
  readonly incomparable?: readonly Incomparable[];
  readonly errata: readonly Erratum[];
  readonly at: Span;
}

/** What decides which rows, heads and words a release has. */
export interface Form {
  /** What its statements are prepared under. */
  readonly standard: Standard;
  /** Whether they are consolidated. */
  readonly consolidated: Answer;
  /** How much of the fiscal year its current period covers, up to the quarter that this ends with. */
  readonly term: Term;
  readonly halfYear: HalfYearName;
  /** What the statements of a layout print money in. */
  readonly printedScale: PrintedScale;
}

/** One release with all of its issuer's data: what every stage after validation reads. */
export interface Release {
  /** What decides which statements, rows and words it has. */
  readonly form: Form;
  /** Those that it is written in, in the order in which they are printed. */
  readonly languages: readonly Lang[];
  /** issuer.yaml. */
  readonly issuer: Issuer;
  /** By id, in order of concepts.yaml. */
  readonly concepts: ReadonlyMap<string, Concept>;
  /** Headings over accounts, by id: they have names, and no figures. */
  readonly headings: ReadonlyMap<string, Concept>;
  /** Those that this release prints, by id, in order of name: its layout places them and, where the release lists its statements, it lists them. */
  readonly statements: ReadonlyMap<string, StatementSpec>;
  /** The issuer's other statements: neither resolved nor checked, but a formula may ask for a figure that one would print. */
  readonly unprinted: ReadonlyMap<string, StatementSpec>;
  /** Ids of statements that this release has none of by their own conditions: where its layout places them, nothing is printed. */
  readonly leftOut: ReadonlySet<string>;
  /** Flags that decide what its statements hold. */
  readonly decidingFlags: ReadonlySet<string>;
  /** What its concepts are called in the exchange's taxonomy, where its layout or its issuer says so. */
  readonly taxonomy?: Taxonomy;
  /** What charts/ holds, by id, in order of name: a layout or a narrative places what it wants of it. */
  readonly charts: ReadonlyMap<string, ChartSpec>;
  /** By file name. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** By id, in order of name; those of other releases too, since they are compared with. */
  readonly periods: ReadonlyMap<string, Period>;
  /** What release.yaml says. */
  readonly spec: ReleaseSpec;
  /** The PDFs that it is published in, as release.yaml or issuer.yaml says; undefined where neither does: one, `release`. */
  readonly files?: readonly ReleaseFile[];
  /** What it took over from another release, where it was rolled forward. */
  readonly carried?: Carried;
  /** What was approved of the issuer's other releases; undefined where nothing was. */
  readonly published?: readonly PublishedRelease[];
  /** It is a draft: every page, its title and its files say so. */
  readonly draft?: true;
  /** What must hold between facts, from issuer.yaml. */
  readonly relations: readonly Relation[];
  /** Those of the issuer, then those of the release. */
  readonly literals: readonly Literal[];
  /** By language, then by id of the section. */
  readonly narratives: PerLang<ReadonlyMap<string, NarrativeSection>>;
  /** Files of the layout by name without extension; `release` is the entry. */
  readonly templates: ReadonlyMap<string, SourceFile>;
  /** The theme that the release is set in. */
  readonly style: Style;
}
