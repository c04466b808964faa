// Turn text that has no spaces between its words into words.

/** By ICU's dictionary of Chinese and Japanese words, which is one for both; a locale is named so that the machine's does not count. */
export const unspacedWords = new Intl.Segmenter('ja', { granularity: 'word' });
