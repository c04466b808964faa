// Turn a document's style and faces into what every paragraph of it is composed with.
import type { Report } from '../../model/diagnostic.ts';
import type { FontMetrics } from '../../model/font.ts';
import type { Style } from '../../model/style.ts';
import type { Prepared } from './prepared.ts';

/** What all composition reads besides the text itself. */
export interface Composition {
  readonly style: Style;
  readonly fonts: ReadonlyMap<string, FontMetrics>;
  readonly report: Report;
  /** Text prepared so far, by its words, owners and face: within one document an owner's text has one set of attributes. */
  readonly prepared: Map<string, Prepared>;
}
