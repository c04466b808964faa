// Turn `npm run fonts:compile [-- --check]` into a run of compileFonts and an exit code.
import { compileFonts } from './compile-fonts.ts';

const faults = compileFonts(process.cwd(), process.argv.includes('--check'));
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
