// Turn the English answers of a form, yes and none, into the patterns by which checks read them.
import type { FlagWords } from '../word-reading.ts';

export const flags: FlagWords = {
  marks: /[:=?][ \u00a0]*["“‘(]?|[-–—][ \u00a0]/g,
  yes: /^(?:yes|applicable|there (?:is|are|was|were)(?= ?[.;]|$))(?=[ \u00a0]*(?:$|[.;,()"”’*]))/i,
  no: /^(?:(?:none|not applicable|n\/a|nil|there (?:is|are|was|were) none)(?=[ \u00a0]*(?:$|[.;,()"”’*]))|no(?=[ \u00a0]*(?:$|\.(?![ \u00a0]?(?:\d|[A-Z]\b))|[;,()"”’*]| (?:changes?|revisions?|matters?|items?|applicable)\b)))/i,
  nothing:
    /\b(?:there (?:is|are|was|were) (?:no|nothing)(?: applicable)? (?:items?|matters?|information|to report)|no applicable (?:items?|matters?)|nothing to report|not applicable(?=[ \u00a0]*(?:$|[.;])))/gi,
  numbers: { main: /^[(（]?(\d{1,2})[)）.]/, sub: /^(?:([①-⑳])|[(（]?([ivx]{1,5}|[a-z])[)）.])/i },
};
