// Turn Japanese words round a figure into patterns: what a sentence says of it.
import type { WordReading } from '../word-reading.ts';

export const words: WordReading = {
  clauseEnds: /[、，；：（）「」]/g,
  directions: {
    up: /増加|増収|増益|上昇|伸び|拡大|(?<!逓|微)増(?![減加収益資員設強大進税額幅])/g,
    down: /減少|減収|減益|低下|下落|縮小|(?<!増)減(?![価損少収益資員税額免増])/g,
    better: /改善/g,
    worse: /悪化/g,
    profit: /黒字[にへ]?転換|黒字化/g,
    loss: /赤字[にへ]?転落|赤字化/g,
  },
  joining: { agree: /また|ともに|共に|さらに/g, differ: /一方|ものの|しかし|(?<=[たるすだ])が、/g },
  results: { gain: /利益|黒字|差益/g, loss: /損失|赤字|差損/g },
  directionReach: 12,
  resultReach: 24,
  periodBefore: [
    { pattern: /(前年同(?:四半)?期比)約?$/, base: 'year-before' },
    { pattern: /(前期比)約?$/, base: 'previous' },
  ],
};
