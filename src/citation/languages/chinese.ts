import type {Language} from './language.ts';

/** Chinese and Japanese, whose notes share these signs. */
export const chinese: Language = {
  tag: 'zh',
  shortForms: {note: ['同前注', '前注'], ibid: ['同上', '同前'], opCit: ['前揭', '前掲書', '前掲', '前引']},
  names: {and: '和 与', others: ['等']},
  promises: {
    bare: ['待补', '待補', '出处待补', '要出典', '出典不明', '要確認'],
    whole: ['待补', '待補', '出处待补', '補注待补', '要出典'],
  },
  places: {labels: ['第'], following: ['页', '頁']},
};
