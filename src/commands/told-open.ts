// Turn the number of texts that a draft carried over, and that are open, into the line that says so.
import type { ReleasePlace } from '../model/sources.ts';
import { counted } from './counted.ts';

/** Empty where nothing is open. */
export function toldOpen({ issuer, release }: ReleasePlace, open: number): string {
  if (open === 0) return '';
  return `  ${counted(open, 'text')} carried over and neither changed nor confirmed: kessan confirm ${issuer}/${release} lists them\n`;
}
