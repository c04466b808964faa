// Turn a run of text into whether it prints nothing: neither words nor the number of a page nor a picture.
import type { Inline } from './document.ts';

export const isEmptyRun = ({ text, pageRef, picture }: Inline): boolean => text === '' && pageRef === undefined && picture === undefined;
