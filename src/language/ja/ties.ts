// Turn Japanese figures with their units, ordinals and dates into the stretches that no line parts.
import type { Ties } from '../typesetting.ts';
import { typedFigure, westernPairs, westernPhrases } from '../western-ties.ts';

const units =
  '(?:ページ|番|回|件|年|日|人|社)目|百万円|百万ドル|千円|千ドル|千株|億円|億ドル|万円|万人|億株|円|億|万|倍|年度|年間|年|月期|月末|月|日|四半期|ページ|ヶ月|か月|つ|株|単位|米ドル|ドル|人|社|件|時|分|[GMk]?bps|[%％]';

export const ties: Ties = {
  script: /[\u3005-\u9fff]/,
  units: [
    new RegExp(`約?${typedFigure}(?<unit>${units})`, 'gd'),
    /第\d+(?<unit>四半期|期|回|条|号|位)/dg,
    /[表図注] ?\d+[.．]?/dg,
    /約\d[\d,.]*/dg,
  ],
  dates: [/(?<year>\d{4}年)(?<month>\d{1,2}月)?(?<day>\d{1,2}日)?/dg],
  phrases: westernPhrases,
  pairs: [...westernPairs, /\d[%％](?=[増減])/g],
};
