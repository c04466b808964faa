import { describe, expect, it } from 'vitest';
import { pictureOf } from '../support/line-picture.ts';
import { inlinesOf, listed, mergeNarrative } from '../support/merge-fixture.ts';

const release = { pictures: new Map([['mark.svg', pictureOf(30, 10)]]) };
const merged = (text: string) => mergeNarrative(text, 'en', { release });
const shown = (text: string): readonly string[] =>
  inlinesOf(merged(text)).map(({ text: words, picture }) => (picture ? `▣ ${picture.alt} ${picture.height ?? ''}`.trim() : words));

describe('a picture in a line', () => {
  it('stands among the words, with the spaces that were typed beside it', () => {
    expect(shown('The mark ![a wave](mark.svg) is ours.')).toEqual(['The mark ', '▣ a wave', ' is ours.']);
    expect(shown('The mark (<img src="mark.svg" alt="a wave" height="1.2em">) is\n![a wave](mark.svg)')).toEqual([
      'The mark (',
      '▣ a wave 1.2',
      ') is ',
      '▣ a wave',
    ]);
  });

  it('keeps its link, and has no letters to be bold', () => {
    const inlines = inlinesOf(merged('**The [mark ![a wave](mark.svg)](https://www.example.com/)** is ours.'));
    expect(inlines[2]).toMatchObject({ text: '', href: 'https://www.example.com/', picture: { alt: 'a wave' } });
    expect(inlines[2]).not.toHaveProperty('bold');
  });

  it('stands on its own where nothing is beside it', () => {
    const { document } = merged('![a wave](mark.svg)');
    expect(document.parts.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))).toMatchObject([
      { kind: 'group', picture: { alt: 'a wave' } },
    ]);
  });

  it.each([
    ['a <img src="mark.svg" alt="a wave" width="20"> b', 'a picture in a line has no width'],
    ['a <img src="mark.svg" alt="a wave" id="x"> b', 'a picture in a line has no id'],
    ['a <img src="mark.svg" alt="a wave" height="12"> b', '"12" is no height of a picture in a line'],
    ['a <img src="mark.svg" alt="a wave" height="0em"> b', '"0em" is no height of a picture in a line'],
    ['a <img src="mark.svg" alt="a wave" decorative> b', 'a picture is marked decorative and is described'],
    ['a <img src="mark.svg" alt=""> b', 'a picture has no words for those who do not see it'],
    ['a ![a wave](marks.svg) b', 'there is no picture "marks.svg" | did you mean mark.svg?'],
    ['- <img src="mark.svg" alt="" decorative>', '<li> is empty'],
    ['<img src="mark.svg" alt="a wave" height="1em">', 'a picture on its own is as high as its width makes it, not "1em"'],
  ])('is refused where it says too much or too little: %s', (text, message) => {
    expect(listed(merged(text).findings).join('\n')).toContain(message);
  });
});
