import type { Text } from './language';

// Punctuation of our own, as the language that is read has it. What stands in an official document is never put through it.

/** What is not there falls out. */
type Parts = readonly (string | false | null | undefined)[];

/** 甲、乙 or “A, B”. */
export const listed = (parts: Parts, t: Text): string => parts.filter(Boolean).join(t('、', ', '));

/** Short facts about one thing, side by side: 提示・有効. */
export const dotted = (parts: Parts, t: Text): string => parts.filter(Boolean).join(t('・', ' · '));

/** What is set against each other: 当省側／受注者側. */
export const slashed = (parts: Parts, t: Text): string => parts.filter(Boolean).join(t('／', ' / '));

/** In brackets, to stand right behind a word: the English ones bring their space. */
export const inBrackets = (text: string, t: Text): string => t(`（${text}）`, ` (${text})`);

/** 名前：値. */
export const labelled = (label: string, text: string, t: Text): string => t(`${label}：${text}`, `${label}: ${text}`);

/** 甲〜乙, or without an end. Two days on screen are a `Term`. */
export const fromTo = (from: string, to: string, t: Text): string =>
  t(`${from}〜${to}`, to ? `${from} – ${to}` : `from ${from}`);

/** How many, in English: 1 day, 2 days; 1 entry, 2 entries. */
export const counted = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : plural}`;
