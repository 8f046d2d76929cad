import type { Language } from './language';

const timeZone = 'Asia/Tokyo';
const wareki = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone });
const warekiShort = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'narrow',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone,
});
const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone });
const clock = new Intl.DateTimeFormat('ja-JP', { hour: '2-digit', minute: '2-digit', timeZone });
const isoParts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });

/** A date without a time (yyyy-MM-dd) as the instant at which that day starts in Tokyo. */
const startOfDay = (date: string) => new Date(`${date}T00:00:00+09:00`);

/** 令和8年4月1日, or 1 Apr 2026 in English. */
export const formatDate = (date: string, language: Language): string =>
  (language === 'ja' ? wareki : english).format(startOfDay(date));

/** R8/4/1, for tables; in English as in formatDate. */
export const formatDateShort = (date: string, language: Language): string =>
  (language === 'ja' ? warekiShort : english).format(startOfDay(date));

const weekday = {
  ja: new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone }),
};
const englishDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone });

/** 10月15日 木, or Thu 15 Oct in English; with its year where that is not the year that we are in. */
export const formatDay = (date: string, language: Language): string => {
  const [year, month, day] = date.split('-').map(Number);
  const at = startOfDay(date);
  const isNear = year === Number(today().slice(0, 4));
  if (language === 'en') return `${weekday.en.format(at)} ${isNear ? englishDay.format(at) : english.format(at)}`;
  return `${isNear ? `${month}月${day}日` : wareki.format(at)} ${weekday.ja.format(at)}`;
};

const warekiMonth = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { year: 'numeric', month: 'long', timeZone });
const englishMonth = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone });

/** 令和8年10月 of yyyy-MM, or October 2026 in English. */
export const formatMonth = (month: string, language: Language): string =>
  (language === 'ja' ? warekiMonth : englishMonth).format(startOfDay(`${month}-01`));

const warekiYear = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { year: 'numeric', timeZone });

/** The fiscal year that begins in April of a year: 令和8年度, or FY2026 in English. */
export const formatYear = (year: number, language: Language): string =>
  language === 'ja' ? `${warekiYear.format(startOfDay(`${year}-04-01`))}度` : `FY${year}`;

/** The Tokyo day and clock time of an instant. */
export const formatInstant = (instant: string, language: Language): string => {
  const at = new Date(instant);
  return `${(language === 'ja' ? wareki : english).format(at)} ${clock.format(at)}`;
};

/** Today in Tokyo as yyyy-MM-dd. */
export const today = (): string => isoParts.format(new Date());

/** The Tokyo day of an instant as yyyy-MM-dd. */
export const dayOf = (instant: string): string => isoParts.format(new Date(instant));

const localParts = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });

/** The Tokyo day and minute of an instant as yyyy-MM-ddTHH:mm, as a date-and-time field wants it; now by default. */
export const momentOf = (instant: string | Date = new Date()): string =>
  localParts.format(new Date(instant)).replace(' ', 'T');

/** What a date-and-time field holds, as an instant with Tokyo's offset. */
export const instantOf = (moment: string): string => `${moment}:00+09:00`;
