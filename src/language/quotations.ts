// Turn the quotation marks of all traditions into one pattern of what stands between them.

/** Quoted words with their marks, as far as a sentence or two go: searched for all its matches. */
export const quotations = /“[^“”]{0,500}”|‘[^‘’]{0,500}’|"[^"]{0,500}"|「[^「」]{0,500}」|『[^『』]{0,500}』/g;
