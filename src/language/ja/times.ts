// Turn the Japanese words round the name of a period into patterns: what is expected of it, what came about in it, what is compared with it.
import type { TimeWords } from '../word-reading.ts';

const part = '(?<part>上期|下期|通期|第[1-4１-４]四半期)?';

export const times: TimeWords = {
  expects: /見込|予想(?!外|以上|を(?:上|下)回)|計画(?!を(?:上|下)回)|見通|予定|見込み|期待|目標|目指/,
  settles: /配当|支払|提出|納付|賞与|開示|修正再表示|組替/,
  expectedOf: { after: /^(?:通期|の?下(?:半)?期)(?!実績|比|の実績|から|に対|に比)/ },
  announces: { after: /^の?決算(?:発表|説明会|短信)/, will: /予定/ },
  secondHalf: { after: /^(?:の)?下(?:期|半期)/ },
  cameAbout: /達成し?|となった|となりました|であった|でした|計上し(?:た|ました)|(?:増加|減少|伸長|拡大|縮小|改善|悪化)し(?:た|ました)/,
  comparedWith: { after: new RegExp(`^(?:の)?${part}(?:の実績)?(?:比|に比べ|と比べ|に対し|と比較|から|より)`) },
  isOf: { after: new RegExp(`^(?:の)?${part}(?:の|は|における|において)`) },
};
