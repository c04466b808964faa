// Turn the number of a rule into what can be done about a breach of it.
import type { LintId } from './lint-rule.ts';

const reword = 'reword the sentence so that the line ends elsewhere';
const composed =
  'composition settles this by itself: look at what is odd about the place, a size or face that the style gives to part of a line';
const columns = 'the layout sets figures from the statement: look for a theme whose cells have two sizes or faces';
const rows = 'shorten the table or what stands before it, so that the page ends between other rows';
const theme = 'set it in the style of the layout';

/** One sentence for each rule, said with every finding of it. */
export const lintHints: Readonly<Record<LintId, string>> = {
  'lint/TL-01': reword,
  'lint/TL-02': reword,
  'lint/TL-03': reword,
  'lint/TL-04': reword,
  'lint/TL-05': composed,
  'lint/TL-06': composed,
  'lint/TL-07': composed,
  'lint/TL-08': composed,
  'lint/TL-09':
    'readers will copy a space that is not there: the gap has to lie in the advance of a glyph; look at the size and face of the place',
  'lint/TL-10': 'who copies the text gets something else: look for a face whose glyph has no character, and for overlapping text',
  'lint/TL-11': 'reword the sentence, or break it in two: the line has too little to stretch',
  'lint/TL-12': composed,
  'lint/TL-13': 'give the page class a measure of whole characters at the size of its text',
  'lint/TL-14': 'add or cut a word of the paragraph',
  'lint/TL-15': theme,
  'lint/TL-16': 'shorten the word, or let the style hang what may hang',
  'lint/TL-17': 'reword the sentence, or let the style space letters or part words',
  'lint/TL-18': reword,
  'lint/TL-19': 'reword one of the lines',
  'lint/TL-20': 'set scale and rise of raised marks in the style',
  'lint/TL-21': 'give the block a leading of whole lines of the grid, or the heading its grid lines',
  'lint/TL-22': 'look for a size or face inside of a line that pushes it away from the next',
  'lint/TL-23': 'let the heading keep with what follows it',
  'lint/TL-24': 'set widows and orphans of the block to two or more',
  'lint/TL-25': rows,
  'lint/TL-26': rows,
  'lint/TL-27': 'give the style the words with which a table goes on',
  'lint/TL-28': 'give the page class other edges or a narrower measure, or break the word that is too long',
  'lint/TL-29': 'give the block more leading, or the table more padding',
  'lint/TL-30': 'leave out a column, shorten heads, or give the table a smaller least size',
  'lint/TL-31': 'let the text before or after it part, move the table, or accept the white and say why',
  'lint/TL-32': columns,
  'lint/TL-33': columns,
  'lint/TL-34': 'give tables a face with digits of one width',
  'lint/TL-35': 'set percent-sign and blank of the row, and negative and nil of the issuer, as the statement is to print them',
  'lint/TL-36': 'set nil of the issuer to an en dash',
  'lint/TL-37': 'set the rules of the table in its style: total .35, double-gap 1.5',
  'lint/TL-38': 'give the head authored breaks with |, or the columns under it more room',
  'lint/TL-39': 'set the indent of the table in its style',
  'lint/TL-40': 'set the pitch of the table in its style, and shorten a head of more than three lines',
  'lint/TL-41': 'use a size that the page has already, or a larger one',
  'lint/TL-42': 'register a face that has the character, and name it for this language',
  'lint/TL-43': 'text is black, or nearly so',
  'lint/TL-44': 'set running-head and folio in the style, and the issuer and the dates that they print',
  'lint/TL-45': 'the pages moved after the number was printed: build again, and tell where it persists',
  'lint/TL-46': 'shorten the caption or the unit so that both stand on one line',
  'lint/TL-47': 'type full-width brackets and curly quotes, or choose the verbatim profile to print the text as typed',
  'lint/TL-48': 'type the usual character instead: the text was damaged where it was copied from',
  'lint/TL-49': 'correct the text, or list it among the errata when the source has it so',
  'lint/TL-51': 'set lang on the part or the words',
  'lint/TL-52': 'blocks stand in another order than they are read in: look at the template',
  'lint/TL-53': 'give the column a head and the row a label',
  'lint/TL-54': 'give the link an anchor that exists and words that say where it leads',
  'lint/TL-55': 'give the heading words of its own',
  'lint/TL-57': 'nothing but the data may reach the file: look for a clock, a random number or the order of a set',
  'lint/TL-58': 'use fewer faces',
};
