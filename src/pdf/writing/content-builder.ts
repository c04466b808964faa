// Turn the marks of one page into its content stream: each stands in an element or is an artifact, there is no way to draw anything else.
import { packStream, streamBytes } from './packed-stream.ts';
import { type ArtifactKind, decimal, type PageContent, type StructureType } from './pdf-writer.ts';

/** Bytes that a content holds, by estimate. */
export const contentBytes = ({ stream, tags }: PageContent): number => streamBytes(stream) + 8 * tags.length;

/** The lines by which pdfkit begins every page: a space that is upside down. */
export const pageStart = (height: number): string => `1 0 0 -1 0 ${Math.round(height * 1e6) / 1e6} cm\n`;

/** Takes marks in the order in which they are drawn. Operators are in the page's own space: points from its left and bottom edge. */
export class ContentBuilder {
  readonly #height: number;
  readonly #marks: string[] = [];
  readonly #tags: StructureType[] = [];

  /** `height` of the page in points. */
  constructor(height: number) {
    this.#height = height;
  }

  artifact(kind: ArtifactKind, operators: string): void {
    this.#marks.push(`/Artifact ${artifactProperties[kind]} BDC\n${operators}\nEMC\n`);
  }

  /** The next piece of marked content. */
  piece(tag: StructureType, operators: string): void {
    this.#marks.push(`/${tag} <<\n/MCID ${this.#tags.length}\n>> BDC\n${operators}\nEMC\n`);
    this.#tags.push(tag);
  }

  end(): PageContent {
    // pdfkit turns the page upside down for its own text; ours is written in the page's own space.
    const turned = this.#marks.length === 0 ? '' : `1 0 0 -1 0 ${decimal(this.#height)} cm\n`;
    const text = `${pageStart(this.#height)}${turned}${this.#marks.join('')}`;
    return { stream: packStream(Buffer.from(text, 'latin1')), tags: this.#tags };
  }
}

const artifactProperties: Readonly<Record<ArtifactKind, string>> = {
  header: '<< /Type /Pagination /Subtype /Header /Attached [/Top] >>',
  footer: '<< /Type /Pagination /Subtype /Footer /Attached [/Bottom] >>',
  pagination: '<< /Type /Pagination >>',
  layout: '<< /Type /Layout >>',
};
