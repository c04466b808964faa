// Turn "spaces alone fill a line" into the justification that says so.
import type { Justification } from '../../src/model/style.ts';

export const unfilled: Justification = { hang: false, letterShrink: 0, letterStretch: 0, widening: 0, hyphenate: false };
