// Turn the name of a theme into the place of a release that is set in it.
import { listThemes } from '../load/list-themes.ts';
import type { ReleasePlace } from '../pipeline.ts';
import { UsageError } from './find-release.ts';

/** The release in a theme of its layout; unchanged when that is the one that it names itself. */
export function inTheme(place: ReleasePlace, theme: string | undefined): ReleasePlace {
  if (theme === undefined) return place;
  const themes = listThemes(place.root, place.issuer, place.release);
  if (themes?.all.includes(theme) === false) {
    throw new UsageError(
      `${place.issuer}/${place.release} has no style '${theme}': those of its layout ${themes.layout} are ${themes.all.join(', ')}`,
    );
  }
  return theme === themes?.own ? place : { ...place, theme };
}
