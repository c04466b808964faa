// Turn the name of a statement that the release does not print into what a finding says of it.
import { nameHints } from '../model/nearest-name.ts';
import type { Merging } from './merging.ts';

/** A name that no statement of the issuer has, or one that the release leaves out. */
export function noStatement(
  { release, financials }: Merging,
  name: string,
): { readonly message: string; readonly hints: readonly string[] } {
  const known = [...financials.statements.keys(), ...release.unprinted.keys()];
  if (!release.unprinted.has(name)) return { message: `unknown statement ${name}`, hints: nameHints(name, known) };
  if (release.spec.statements?.every(({ value }) => value !== name)) {
    const message = `statement ${name} is none of those that the release prints`;
    return { message, hints: ['add it to statements in release.yaml, or take it out here'] };
  }
  return { message: `no layout of the release places statement ${name}`, hints: [`put {{table "${name}"}} where it belongs`] };
}
