// Turn an upright page class into the one of its sheet turned: what is too wide for the one may fit the other.
import type { PageClass } from '../model/style.ts';

/** Width and height exchanged; every margin keeps its width. */
export function turnPage(page: PageClass): PageClass {
  const wider = page.height - page.width;
  return { ...page, width: page.height, height: page.width, measure: page.measure + wider, bottom: page.bottom - wider };
}
