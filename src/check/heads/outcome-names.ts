// Turn names of the two outcomes of a result that say the other outcome, or the same of both, into findings.
import type { SignWord } from '../../language/labels.ts';
import { language } from '../../language/languages.ts';
import { inLang, type Lang } from '../../model/language.ts';
import { quoted } from '../../model/printable.ts';
import type { Concept } from '../../model/release.ts';
import { say } from '../../model/say.ts';
import type { DocumentCheck } from '../check-shapes.ts';
import { isFreeLabel } from './free-labels.ts';
import { readable } from './printed-tables.ts';
import { signSense } from './sign-sense.ts';

/** Each printed language by itself: `gain: operating loss, loss: operating profit`. */
export const outcomeNamesAgree: DocumentCheck = {
  code: 'check/label-sign',
  severity: 'error',
  run: ({ release }) =>
    [...release.concepts.values()].flatMap((concept) =>
      release.languages.flatMap((lang) => {
        const names = namesOf(concept, lang);
        if (!names || names.some(({ value }) => isFreeLabel(value, release))) return [];
        const [gain, loss] = names;
        const wrong = names.filter(({ value, outcome }) => contradicts(value, outcome, concept, lang));
        const told = wrong.map(({ value, at, outcome }) => ({
          message: say`the name ${quoted(value)} of the ${outcome} of ${concept.id} says the other outcome`,
          at,
          hints: [
            wrong.length > 1
              ? 'exchange the two names: gain is the name of an amount above zero, loss of one below'
              : say`name the ${outcome}: gain is the name of an amount above zero, loss of one below`,
            freeHint,
          ],
        }));
        if (told.length > 0 || readable(gain.value) !== readable(loss.value) || isNeutral(gain.value, lang)) return told;
        return [
          {
            message: say`both outcomes of ${concept.id} are named ${quoted(loss.value)}`,
            at: loss.at,
            related: [{ at: gain.at, message: 'the name of the gain' }],
            hints: ['give each outcome its own name, or leave outcomes out where one name serves both', freeHint],
          },
        ];
      }),
    ),
};

const freeHint = 'if the words say something else, list the name in literals as kind: word, with the reason';

/** 為替差損益 may stand for either. */
const isNeutral = (name: string, lang: Lang): boolean => language(lang).labels.neutral.test(readable(name));

type Outcome = 'gain' | 'loss';

function namesOf({ outcomes }: Concept, lang: Lang) {
  if (!outcomes) return undefined;
  const named = (outcome: Outcome) => ({ ...inLang(outcomes[outcome], lang), outcome });
  return [named('gain'), named('loss')] as const;
}

const rising: ReadonlySet<SignWord> = new Set(['gain', 'increase', 'receipt'] as const);

/** Of a cost, what is above zero is the expense; a name of a result, or of a movement of cash, binds its sign in every concept. */
function contradicts(name: string, outcome: Outcome, { better }: Concept, lang: Lang): boolean {
  const sense = signSense(name, lang);
  if (!sense) return false;
  const isOutcome = sense.says === 'gain' || sense.says === 'loss';
  const binds = isOutcome ? sense.of === 'result' || better === 'higher' : sense.of === 'cash';
  return binds && rising.has(sense.says) !== (outcome === 'gain');
}
