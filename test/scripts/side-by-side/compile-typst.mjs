// Turn a Typst source into a PDF with the compiler of an npm package that the project does not install.
// usage: node compile-typst.mjs HOME FONTS SOURCE OUT, HOME the folder whose node_modules has the package
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [home, fonts, source, out] = process.argv.slice(2);
const { NodeCompiler } = createRequire(join(home, 'package.json'))('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: fonts, fontArgs: [{ fontPaths: [fonts] }] });
const compiled = compiler.compile({ mainFileContent: readFileSync(source, 'utf8') });
if (!compiled.result) {
  compiled.printErrors();
  process.exit(1);
}
writeFileSync(out, compiler.pdf(compiled.result));
