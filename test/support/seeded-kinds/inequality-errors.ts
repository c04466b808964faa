// Turn figures into ones that break an inequality which holds by definition: diluted and basic, treasury and issued, parts and the whole.
import type { Candidate, Way, Ways } from './edits.ts';
import { exchanged, type Place, placesOf, randomAt, replacedAt } from './find.ts';
import { amountOf, periodsOf, type Subject } from './subject.ts';

export const inequalityErrors = (seed: string): Ways => {
  /** Facts typed of the concepts that a label names; `by` gives the wrong text. */
  const facts =
    (label: RegExp, by: (place: Place, period: string, subject: Subject) => readonly string[]): Way =>
    (subject) =>
      [...subject.release.concepts].flatMap(([concept, { labels }]) =>
        label.test(`${labels.ja?.value} ${labels.en?.value}`)
          ? typedFacts(subject, concept).flatMap((place) =>
              by(place, periodIn(place), subject).flatMap((to) => wrong(replacedAt([place], () => to, seed))),
            )
          : [],
      );
  const factor = (place: Place, list: readonly number[]): number => randomAt(place, seed).pick(list);
  return {
    'diluted above basic': facts(/潜在株式調整後/, (_, period, subject) => {
      const basic = Number(amountOf(subject, basicOf(subject), period)?.toFixed(4) ?? '0');
      if (basic > 0) return [1.0005, 1.01, 1.05, 1.3, 2].map((by) => (basic * by + 0.01).toFixed(2));
      // Under a loss the shares that would be added lessen it: diluted figures are those of the basic ones, or none.
      return basic < 0 ? [0.5, 0.9, 0.97].map((by) => `(${(-basic * by).toFixed(2)})`) : [];
    }),
    'treasury above issued': facts(/自己株式数/, (_, period, subject) => {
      const issued = Number(amountOf(subject, 'shares.issued', period)?.toFixed(0) ?? '0');
      return issued > 0 ? [1, 1.001, 1.2, 10].map((by) => grouped(Math.round(issued * by) + (by === 1 ? 1 : 0))) : [];
    }),
    'average outside its range': facts(/期中平均(?!.*預託)/, (place, _, subject) => {
      // Without the number of shares issued there is no range.
      if (!amountOf(subject, 'shares.issued') && !amountOf(subject, 'shares.ads')) return [];
      const value = Number(place.text.replaceAll(',', ''));
      return [grouped(Math.round(value * factor(place, [1.1, 1.5, 10]))), grouped(Math.round(value * factor(place, [0.1, 0.5, 0.8])))];
    }),
    'share above the whole': facts(/比率|割合|シェア|低下率/, ({ text }, _, __) =>
      /%$/.test(text) ? [`1${text}`, text.replace(/\d+(?=[.%])/, (whole) => String(Number(whole) * 10 + 1))] : [],
    ),
    'dividend below nothing': facts(/^(?=.*(?:期末|quarter-end)).*$/, ({ text }) => (/^\d+\.\d\d$/.test(text) ? [`(${text})`] : [])),
    'low end above the high end': (subject) => {
      const ends = placesOf([subject.sources.release], /(?<=^ {2}[\w.-]+-(?:low|high):\n {4}value: )[\d,.]+$/gm);
      return ends.flatMap((one, index) => {
        const other = ends[index + 1];
        return index % 2 === 0 && other
          ? wrong([exchanged(one, other), ...replacedAt([one], () => grouped(Number(other.text.replaceAll(',', '')) + 500), seed)])
          : [];
      });
    },
    'cash above all assets': facts(/^(?:現金及び預金|現金及び現金同等物) (?:Cash|Cash and deposits)$/, ({ text }) => [
      `${text.replace(/^\d+/, (head) => String(Number(head) * 10))}`,
    ]),
  };
};

const wrong = (candidates: readonly Candidate[]): readonly Candidate[] => candidates.map((each) => ({ ...each, wrongAsTyped: true }));

/** Where a concept is typed in the files of periods, plain or stated. */
function typedFacts(subject: Subject, concept: string): readonly Place[] {
  const name = concept.replaceAll('.', '\\.');
  return placesOf(
    periodsOf(subject),
    new RegExp(`(?<=^  ${name}: )(?:"-"|[\\d(][\\d,.%()]*)$|(?<=^  ${name}:\\n    value: )[\\d,.%]+$`, 'gm'),
  ).filter(({ file, start }) => !/^controls:$/m.test(file.text.slice(0, start)));
}

/** The id of the period that a file is of. */
const periodIn = ({ file }: Place): string => /([^/]+)\.yaml$/.exec(file.file)?.[1] ?? '';

/** The concept of basic earnings per share. */
function basicOf({ release }: Subject): string {
  return [...release.concepts].find(([, { labels }]) => /^(?:１|1)株当たり/.test(labels.ja?.value ?? ''))?.[0] ?? '';
}

const grouped = (value: number): string => String(value).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
