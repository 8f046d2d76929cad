import { expect, test } from 'vitest';
import type { Text } from './language';
import { counted, dotted, fromTo, inBrackets, labelled, listed, slashed } from './punctuation';

const ja: Text = (text) => text;
const en: Text = (_, text) => text;

test.each([
  ['Japanese', ja, ['甲、乙', '甲・乙', '甲／乙', '名（甲）', '名：甲', '甲〜乙', '甲〜']],
  ['English', en, ['甲, 乙', '甲 · 乙', '甲 / 乙', '名 (甲)', '名: 甲', '甲 – 乙', 'from 甲']],
])('%s has its own marks, and what is not there falls out', (_, t, marks) => {
  expect([
    listed(['甲', null, '乙'], t),
    dotted(['甲', '', '乙'], t),
    slashed([undefined, '甲', '乙', false], t),
    `名${inBrackets('甲', t)}`,
    labelled('名', '甲', t),
    fromTo('甲', '乙', t),
    fromTo('甲', '', t),
  ]).toEqual(marks);
});

test('one is not many', () => {
  expect([counted(0, 'day'), counted(1, 'day'), counted(2, 'day')]).toEqual(['0 days', '1 day', '2 days']);
});
