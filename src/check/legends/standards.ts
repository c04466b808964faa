// Turn names of another accounting standard than the issuer's into findings, wherever the release says what it is prepared under.
import { language } from '../../language/languages.ts';
import type { StandardNamed } from '../../language/legends.ts';
import type { FindingDetails } from '../../model/finding.ts';
import type { Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import type { Issuer } from '../../model/release.ts';
import { say, sayWord } from '../../model/say.ts';
import type { Span } from '../../model/span.ts';
import type { DocumentCheck, Printed } from '../check-shapes.ts';
import { freeingHint, isFree } from './legend-freedom.ts';
import type { LegendPlace } from './legend-places.ts';
import type { LegendText } from './legend-texts.ts';
import { titleTexts } from './title-texts.ts';

/** Titles and headings name no other standard; sentences may, unless they say that the statements are prepared under it. */
export const standardsAgree: DocumentCheck = {
  code: 'check/standard',
  severity: 'error',
  run: (printed) => [
    ...titleTexts(printed).flatMap((title) => others(title, true, title.what, printed)),
    ...printed.legends.flatMap((legend) =>
      others(legend, isOfStatements.has(legend.place.kind), say`the ${sayWord(wordFor(legend.place))}`, printed),
    ),
  ],
};

/** Heads and labels of a comparison name each of the standards that it compares. */
const isOfStatements: ReadonlySet<LegendPlace['kind']> = new Set(['heading', 'caption', 'unit line', 'summary', 'stub'] as const);

const wordFor = (place: LegendPlace): string => (place.kind === 'prose' ? 'text' : place.kind);

function others(
  { text, said }: Pick<LegendText, 'text' | 'said'>,
  isHead: boolean,
  what: string,
  printed: Printed,
): readonly FindingDetails[] {
  const { issuer } = printed.release;
  return said.standards
    .filter(({ standard, as }) => standard !== issuer.standard.value && as !== 'other' && (as === 'own' || isHead))
    .filter((named) => !isFree(text, named, printed))
    .map((named) => {
      const at = printed.locate(text, named.start, named.end - named.start);
      return disagreement(text.text.slice(named.start, named.end), named.standard, { lang: text.lang, what, issuer, ...(at && { at }) });
    });
}

interface Setting {
  readonly lang: Lang;
  /** Where it stands, as the finding says it. */
  readonly what: string;
  readonly issuer: Issuer;
  readonly at?: Span;
}

function disagreement(words: string, standard: StandardNamed['standard'], { lang, what, issuer, at }: Setting): FindingDetails {
  const { short } = language(lang).legends.standardNames[issuer.standard.value];
  return {
    message: say`${what} says ${quoted(words)}, which is ${standard}; the issuer reports under ${issuer.standard.value}`,
    ...(at && { at }),
    related: [{ at: issuer.standard.at, message: say`standard: ${issuer.standard.value}` }],
    hints: [
      say`write ${short}, or in a layout {{issuer "standard"}}, which follows issuer.yaml; or, if it reports under ${standard} now, write standard: ${standard} in issuer.yaml`,
      freeingHint,
    ],
  };
}
