// Turn page numbers and the release's names into running heads and folios: the artifacts around the text.
import type { Document } from '../../model/document.ts';
import { inLang, type Lang } from '../../model/language.ts';
import type { PageItem } from '../../model/page.ts';
import type { PageClass, Style } from '../../model/style.ts';
import { asArtifact, move } from '../move.ts';
import type { TextSpec } from '../paragraph/line.ts';
import type { Typesetter } from '../typesetter.ts';

/** Where a page stands. */
export interface PagePlace {
  /** Physical number from 1. */
  readonly number: number;
  /** Number in its part from 1. */
  readonly numberInPart: number;
  readonly lang: Lang;
  readonly page: PageClass;
  /** How much higher the sheet is than that of its class: below 0 where it is turned. The folio keeps to its foot. */
  readonly turnedBy: number;
}

/** Running head (issuer, date, number in the part) where the page class has one, and the folio on every page. */
export function furniture(place: PagePlace, document: Document, style: Style, typesetter: Typesetter): readonly PageItem[] {
  const { page, lang } = place;
  const spec = (size: number): TextSpec => ({ lang, role: 'text', size, weight: 400, italic: false });
  const at = document.parts[0]?.at ?? { file: '', line: 1, column: 1, length: 1 };
  const set = (text: string, size: number) => typesetter.line([{ inline: { text, at }, owner: 'furniture' }], spec(size));
  const items: PageItem[] = [];
  if (page.runningHeadFrom > 0 && place.numberInPart >= page.runningHeadFrom) {
    const { issuer, date } = inLang(document.furniture, lang);
    const texts = [issuer, date, inLang(style.runningHead.page, lang).replace('{n}', String(place.numberInPart))];
    texts.forEach((text, index) => {
      const baseline = style.runningHead.baselines[index];
      if (baseline === undefined || text === '') return;
      for (const run of set(text, style.runningHead.size).runs) items.push(asArtifact(move(run, page.left, baseline), 'header'));
    });
  }
  const folio = set(String(place.number), style.folio.size);
  const foot = style.folio.baseline + place.turnedBy;
  for (const run of folio.runs) items.push(asArtifact(move(run, (page.width - folio.width) / 2, foot), 'footer'));
  return items;
}
