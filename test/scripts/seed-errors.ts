// Turn a seed into errors as they are made in practice and into harmless edits, in both samples and both starters: what is caught, missed, and alarmed at.
// usage: node test/scripts/run-ts.mjs test/scripts/seed-errors.ts [--seed N] [--count 300] [--kind NAME] [--harmless-only | --errors-only] [--all]
//   --count errors, and as many harmless edits; --kind takes one kind of either; --all lists every edit with what was told of it.
//   Exit 1 when an error is missed that can be told, or a harmless edit raises anything.
import { parseArgs } from 'node:util';
import { drawEdits } from '../support/seeded-kinds/draw.ts';
import { told } from '../support/seeded-kinds/edits.ts';
import { errorKinds } from '../support/seeded-kinds/errors.ts';
import { judgeError, type Outcome } from '../support/seeded-kinds/judge.ts';
import { loadSubjects } from '../support/seeded-kinds/subject.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '300' },
    kind: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const started = performance.now();
const subjects = loadSubjects();
const kinds = Object.entries(errorKinds(values.seed)).filter(([name]) => values.kind === undefined || name === values.kind);
console.log('kind', 'seeded', 'caught', 'elsewhere', 'missed', 'unrevealed');
for (const [kind, ways] of kinds) {
  const edits = drawEdits(kind, ways, subjects, Math.ceil(Number(values.count) / 10), values.seed);
  const judged = edits.map(judgeError);
  const count = (outcome: Outcome) => judged.filter((each) => each.outcome === outcome).length;
  console.log(
    kind,
    judged.length,
    count('caught'),
    count('elsewhere'),
    count('missed'),
    count('unrevealed'),
    ((performance.now() - started) / 1000).toFixed(1),
  );
  for (const { edit, outcome, findings, reason } of judged)
    if (values.all || outcome !== 'caught')
      console.log(
        '  ',
        outcome,
        told(edit),
        reason ?? '',
        findings
          .slice(0, 2)
          .map(({ code, message, at }) => `${code} ${at?.file}:${at?.line} ${message}`)
          .join(' | '),
      );
}
