// Turn "what may be written" into lists: the words of templates, and the elements and attributes of their markup.
import { breakdown } from './breakdown-helper.ts';
import type { Helper } from './call.ts';
import { change, conjunction, direction, outcome, times } from './change-helpers.ts';
import { differenceHelper } from './difference-helper.ts';
import { amount, number, percent, perShare, share, usd } from './figure-helpers.ts';
import { flag } from './flag-helper.ts';
import { consolidated, printedScale, standard, term } from './form-helpers.ts';
import { has } from './has-helper.ts';
import { language } from './language-helper.ts';
import { chart, correction, corrections, narrative, table } from './layout-helpers.ts';
import { date, issuer, page, period, rate } from './naming-helpers.ts';
import { negative, regime } from './printing-helpers.ts';
import { wholeYear } from './whole-year-helper.ts';

/** Every word that a template may use. */
export const helpers: ReadonlyMap<string, Helper> = new Map(
  Object.entries({
    amount,
    'per-share': perShare,
    breakdown,
    usd,
    number,
    percent,
    share,
    change,
    difference: differenceHelper,
    direction,
    conjunction,
    times,
    outcome,
    rate,
    period,
    date,
    page,
    issuer,
    flag,
    language,
    'whole-year': wholeYear,
    has,
    regime,
    negative,
    standard,
    term,
    consolidated,
    'printed-scale': printedScale,
    narrative,
    table,
    chart,
    correction,
    corrections,
  }),
);

const block = ['class', 'id', 'lang'];

/** Every element that a layout or a narrative may write, with its attributes. */
export const elements: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    section: [...block, 'title'],
    h1: block,
    h2: block,
    h3: block,
    h4: block,
    p: block,
    ul: block,
    ol: [...block, 'start', 'type'],
    li: [],
    dl: block,
    dt: [],
    dd: [],
    table: block,
    thead: [],
    tbody: [],
    tr: [],
    th: ['align'],
    td: ['align'],
    sup: [],
    a: ['href'],
    i: [],
    em: [],
    b: [],
    strong: [],
    br: [],
    img: ['src', 'alt', 'decorative', 'width', 'height', 'align', 'id'],
    dfn: ['data-mark'],
    span: ['lang'],
  }),
);
