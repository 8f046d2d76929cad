import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';

export type Language = 'ja' | 'en';

/** A sentence in both languages, as the server sends it in `messages`. */
export interface Messages {
  ja: string;
  en: string;
}

/** Picks one of two texts that stand side by side where they are used, so that neither can be missing. */
export type Text = (ja: string, en: string) => string;

interface LanguageValue {
  language: Language;
  t: Text;
  setLanguage(language: Language): void;
}

const LanguageContext = createContext<LanguageValue | null>(null);
const STORAGE_KEY = 'language';

/** The chosen language: Japanese unless this browser chose English before. */
export const currentLanguage = (): Language => (localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'ja');

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(STORAGE_KEY, language);
  }, [language]);
  const value = useMemo<LanguageValue>(
    () => ({ language, setLanguage, t: (ja, en) => (language === 'ja' ? ja : en) }),
    [language],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageValue {
  const value = use(LanguageContext);
  if (!value) throw new Error('LanguageProvider is missing');
  return value;
}

export const useText = (): Text => useLanguage().t;
