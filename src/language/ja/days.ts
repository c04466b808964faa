// Turn the Japanese words round a day into patterns: the two ends of a span, the last day of a period, the day of a call.
import type { DayWords } from '../word-reading.ts';

const event = '(?:カンファレンス・?コール|テレフォン・?カンファレンス|電話会議|ウェブキャスト|説明会|株主総会)';
const held = '(?:公開|開催|配信|中継|実施|執り行)';

export const days: DayWords = {
  ranges: [
    { between: /^ ?[～〜~–—－-] ?$/ },
    { between: /^から、?$/, after: /^(?:まで|にかけて|の(?:間|期間))/ },
    { between: /^より、?$/, after: /^(?:まで|に至る)/ },
  ],
  lastDay: { after: /^(?:に|をもって)(?:終了|終わ)/ },
  lastOfYear: { after: /^(?:に|をもって)(?:終了(?:した|する)|終わ(?:った|る))(?:連結)?(?:会計|事業)年度/ },
  kindDay: {
    results:
      /(?:次回|次の|第(?:[1-4１-４]|\ufffc{1,2})四半期|\ufffc{1,20})(?:の)?(?:決算|業績)(?:発表|短信)(?:は|を|の)?(?:予定日)?[ 　：:、]{0,3}$/,
    filing: /報告書(?:の)?(?:提出)(?:開始)?(?:予定)?日?(?:は)?[ 　：:、]{0,3}$/,
    payment: /配当(?:金)?(?:の)?支払い?(?:開始)?(?:予定)?日?(?:は)?[ 　：:、]{0,3}$/,
    meeting: /株主総会(?:の)?(?:開催)?(?:予定)?日?(?:は)?[ 　：:、]{0,3}$/,
  },
  eventDay: [
    {
      before: new RegExp(`${event}[^。\ufffc]{0,40}$`),
      after: new RegExp(`^(?!(?:に|をもって)(?:終了|終わ))[^。、\ufffc]{0,20}?(?:より|から|に)[^。]{0,80}?${held}`),
    },
    {
      before: /(?:^|[^\ufffc])$/,
      after: new RegExp(
        `^(?!(?:に|をもって)(?:終了|終わ))[^。、\ufffc]{0,20}?(?:より|から|に)、?[^。、\ufffc]{0,40}?${event}[をが][^。、\ufffc]{0,40}?${held}`,
      ),
    },
  ],
};
