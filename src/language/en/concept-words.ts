// Turn the English label of a concept into what it is: which share, which asset, which part of a whole.
import type { ConceptReading } from '../concept-reading.ts';

export const concepts: ConceptReading = {
  diluted: /\b(?:fully[ -])?diluted\b|,? ?(?:\()?assuming (?:full )?dilution(?:\))?/g,
  basic: /\bbasic\b|,? ?(?:\()?assuming no dilution(?:\))?/g,
  result: /\b(?:earnings|income|profits?|loss(?:es)?|eps)\b/,
  dividend: /\bdividends?\b/,
  depositary: /\bad[sr]s?\b|\bdepositary\b/,
  averageShares: /\baverage\b.*\b(?:shares?|stock)\b|\b(?:shares?|stock)\b.*\baverage\b/,
  issuedShares: /\bissued\b.*\b(?:shares?|stock)\b|\b(?:shares?|stock)\b.*\bissued\b/,
  treasuryShares: /\btreasury (?:shares?|stock)\b|\bown shares\b/,
  withoutTreasury: /\b(?:excluding|excludes|exclusive of|net of|less|without) (?:treasury|own)\b/,
  cash: /^(?:total )?cash(?: and (?:cash equivalents|deposits|deposits with banks))?(?:,? (?:at )?(?:the )?end of (?:the )?(?:period|year|quarter|fiscal year))?$/,
  currentAssets: /^(?:total )?current assets(?:,? total)?$/,
  totalAssets: /^(?:total assets|assets,? total)$/,
  partOfWhole: /^(?:share|proportion|ownership) of\b|\bmarket share\b|\bcomposition ratio\b|\bvoting rights?\b.*\b(?:held|ratio|share)\b/,
  atMostWhole:
    /\bgross (?:profit )?margin\b|\b(?:equity|capital adequacy|equity-to-asset|shareholders['’]? equity|net worth)(?: to total assets)? ratio\b|\b(?:decline|reduction)\b.*\bcosts?\b|\bchurn rate\b/,
  lowEnd: /\(?\b(?:low(?:er)? (?:end|limit|bound)|minimum|lowest)\b\)?/g,
  highEnd: /\(?\b(?:(?:high(?:er)?|upper|top) (?:end|limit|bound)|maximum|highest)\b\)?/g,
  forecast: /\b(?:forecasts?|guidance|outlook|projections?|projected|expected(?! (?:credit|return|future|useful)))\b/,
  besideForecast: /\b(?:previous(?:ly)?|initial(?:ly)?|original(?:ly)?|prior|before|actual|results?|achieved|versus|vs)\b/,
  rank: /\b(?:highest|largest|lowest|smallest|biggest|best|longest|fastest|greatest|record)\b/,
};
