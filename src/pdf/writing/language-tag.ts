// Turn a language of the release into the tag that PDF readers choose a voice by.
import type { Lang } from '../../model/language.ts';

/** Language tags (BCP 47) of the languages of a release. */
export const languageTag: Readonly<Record<Lang, string>> = { ja: 'ja-JP', en: 'en-US' };
