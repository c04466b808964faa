// Turn 2Q02 into 3Q02 and into its fiscal year with invented figures, as a person would with the commands, and print how much was typed and confirmed.
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openProject } from '../../src/index.ts';
import { type Edits, stateGuidance, typeDays, typeQuarter, typeSentences } from '../support/rolled-quarter.ts';
import { setYearTables, typeYear } from '../support/rolled-year.ts';
import { typeYearSentences } from '../support/rolled-year-words.ts';
import { runCommand } from '../support/run-command.ts';
import { projectRoot } from '../support/sample.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder('roll-forward');
for (const folder of ['templates', 'fonts', 'data/iij']) {
  mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(projectRoot, folder), join(root, folder), { recursive: true });
}
symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));

async function kessan(command: string, wanted: number): Promise<string> {
  const { code, out, err } = await runCommand(command.split(' '), root);
  if (code !== wanted) throw new Error(`kessan ${command} ended with ${code}, not ${wanted}:\n${out}${err}`);
  return `${out}${err}`;
}

const errorsIn = (text: string): string => /\d+ errors?, \d+ warnings?/.exec(text)?.[0] ?? 'no error';

try {
  console.log(await kessan('new iij/3q02 --from iij/2q02', 0));
  console.log(`2q02 as before: ${(await kessan('build iij/2q02', 0)).split('\n')[0]}`);
  console.log(`nothing typed: ${errorsIn(await kessan('build iij/3q02', 1))}`);
  const edits: Edits = { figures: 0, sources: 0, days: 0, sentences: 0 };
  typeQuarter(root, edits);
  typeDays(root, edits);
  stateGuidance(root, edits);
  typeSentences(root, edits);
  console.log(
    `typed: ${edits.figures} figures, ${edits.sources} sources, ${edits.days} days and rates, ${edits.sentences} words and sentences`,
  );
  console.log(`figures typed: ${errorsIn(await kessan('build iij/3q02', 1))}, all of them texts that are carried over`);
  console.log(await kessan('build --draft iij/3q02', 0));
  const confirm = async (options: string): Promise<void> =>
    console.log((await kessan(`confirm iij/3q02 ${options}`, 0)).trim().split('\n').at(-1));
  await confirm('--by Suzuki --file narrative.ja.md');
  await confirm('--by Higasa --file narrative.en.md');
  console.log(`sentences confirmed: ${errorsIn(await kessan('build iij/3q02', 1))}`);
  await confirm('--by Higasa --all');
  console.log(await kessan('build iij/3q02', 0));

  console.log(await kessan('new iij/fy02 --from iij/3q02', 0));
  const before = { ...edits };
  typeYear(root, edits);
  const { value: financials } = openProject(root).release('iij/fy02').derive();
  for (const concept of ['revenue.total', 'assets.cash', 'result.net', 'shares.average']) {
    const fact = financials?.facts.get(`${concept}@fy02`);
    console.log(`${concept} of the year: ${fact?.value} (${fact?.formula || 'typed'})`);
  }
  setYearTables(root);
  typeYearSentences(root, edits);
  const more = (what: keyof Edits): number => edits[what] - before[what];
  console.log(
    `typed for the year: ${more('figures')} figures, ${more('sources')} sources, ${more('days')} days and rates, ${more('sentences')} clauses, sentences and titles`,
  );
  console.log(`words to be confirmed: ${errorsIn(await kessan('build iij/fy02', 1))}`);
  console.log(await kessan('build --draft iij/fy02', 0));
} finally {
  rmSync(root, { recursive: true, force: true });
}
