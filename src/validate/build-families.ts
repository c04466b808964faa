// Turn the font manifest into the families that a style may name.
import type * as z from 'zod/mini';
import type { fontsSchema } from './schema/fonts.ts';
import type { Scope } from './scope.ts';

type FontsData = z.infer<ReturnType<typeof fontsSchema>>;

/** Families of the manifest; a font id given twice is an error. */
export function buildFamilies(data: FontsData, scope: Scope): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const [index, font] of data.fonts.entries()) {
    const earlier = seen.get(font.id);
    if (earlier !== undefined) {
      const related = [{ at: scope.at(['fonts', earlier, 'id']), message: 'first given here' }];
      scope.fail({ code: 'validate/duplicate', message: `font ${font.id} is given twice`, path: ['fonts', index, 'id'], related });
    }
    seen.set(font.id, index);
  }
  return new Set(data.fonts.map((font) => font.family));
}
