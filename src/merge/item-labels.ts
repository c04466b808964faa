// Turn the form in which items are counted, (1), ①, １． or a), into the label of each number, and a label that was typed into its form and number.

/** A form of labels: how a number is written, and what stands around it. */
interface LabelForm {
  /** As layouts name it: the label of the first item. */
  readonly first: string;
  readonly before: string;
  readonly after: string;
  readonly digits: keyof typeof written;
}

/** A label as it was typed at the beginning of a text. */
export interface TypedLabel {
  readonly form: string;
  readonly number: number;
  /** Without the white space after it. */
  readonly text: string;
  /** Characters of the text up to what follows it. */
  readonly length: number;
}

const fullWidth = (text: string): string => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const letter = (number: number): string => String.fromCodePoint(0x60 + number);

/** ① to ⑳, ㉑ to ㉟ and ㊱ to ㊿ are three stretches of code points. */
const circled = (number: number): string =>
  String.fromCodePoint(number <= 20 ? 0x245f + number : number <= 35 ? 0x323c + number : 0x328d + number);

/** How a number is written, and up to which. */
const written = {
  plain: { of: String, most: 199 },
  wide: { of: (number: number) => fullWidth(String(number)), most: 199 },
  circled: { of: circled, most: 50 },
  small: { of: letter, most: 26 },
  capital: { of: (number: number) => letter(number).toUpperCase(), most: 26 },
} as const;

const forms: readonly LabelForm[] = [
  { first: '1.', before: '', after: '.', digits: 'plain' },
  { first: '1)', before: '', after: ')', digits: 'plain' },
  { first: '(1)', before: '(', after: ')', digits: 'plain' },
  { first: '（1）', before: '（', after: '）', digits: 'plain' },
  { first: '（１）', before: '（', after: '）', digits: 'wide' },
  { first: '１．', before: '', after: '．', digits: 'wide' },
  { first: '①', before: '', after: '', digits: 'circled' },
  { first: 'a)', before: '', after: ')', digits: 'small' },
  { first: '(a)', before: '(', after: ')', digits: 'small' },
  { first: 'A)', before: '', after: ')', digits: 'capital' },
  { first: '(A)', before: '(', after: ')', digits: 'capital' },
];

/** Names of the forms, for those who may write one. */
export const labelForms: readonly string[] = forms.map(({ first }) => first);

const byName = new Map(forms.map((form) => [form.first, form]));

/** Undefined where the form cannot write the number, or is none. */
export function labelOf(name: string, number: number): string | undefined {
  const form = byName.get(name);
  if (!form || number < (form.digits === 'plain' ? 0 : 1) || number > written[form.digits].most) return undefined;
  return `${form.before}${written[form.digits].of(number)}${form.after}`;
}

/** Characters of the longest label: `（199）`. */
const longest = 6;

/** By label, all that may be typed at the beginning of an item. Numbers with a point or a bracket after them are Markdown's own. */
const known = new Map(
  forms.flatMap((form) =>
    form.first === '1.' || form.first === '1)'
      ? []
      : Array.from({ length: written[form.digits].most }, (_, index) => {
          const number = index + 1;
          return [labelOf(form.first, number)!, { form: form.first, number }] as const;
        }),
  ),
);

/** Labels in ASCII want a space after them: `(1)st` is no label; in Japanese none need follow. */
export function typedLabel(text: string): TypedLabel | undefined {
  const lead = /^[ \t\n]*/.exec(text)![0].length;
  for (let length = longest; length > 0; length--) {
    const label = text.slice(lead, lead + length);
    const found = label.length === length ? known.get(label) : undefined;
    if (!found) continue;
    const gap = /^[ \t\u3000]*/.exec(text.slice(lead + length, lead + length + longest))![0].length;
    const next = text[lead + length + gap];
    if (gap === 0 && next !== undefined && /^[!-~]/.test(label) && /[!-~]/.test(next)) return undefined;
    return { ...found, text: label, length: lead + length + gap };
  }
  return undefined;
}
