// Turn test files whose name says something else than they do into rightly named ones, and every mention of them with it.
// usage: npm run test:name
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { misnamedTests } from '../support/misnamed-tests.ts';

const root = process.cwd();
const misnamed = misnamedTests(root);
for (const { file, rightly } of misnamed) {
  execFileSync('git', ['mv', file, rightly]);
  console.log(`${file} is ${rightly}`);
}
const files = execFileSync('git', ['ls-files', '*.ts', '*.mts', '*.mjs', '*.md', '*.yaml', '*.json'], { encoding: 'utf8' }).split('\n');
for (const file of files.filter((each) => existsSync(each) && each !== '')) {
  const text = readFileSync(file, 'utf8');
  const mended = misnamed.reduce((all, { file: old, rightly }) => all.replaceAll(old, rightly), text);
  if (mended !== text) writeFileSync(file, mended);
}
