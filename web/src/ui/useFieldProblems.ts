import { Problem } from '../api/client';
import { useLanguage } from '../i18n/language';

/** The server's own sentence for a field, by its pointer: `/password` or `/organisation/name`. */
export function useFieldProblems(error: unknown): (pointer: string) => string | undefined {
  const { language } = useLanguage();
  return (pointer) =>
    error instanceof Problem
      ? error.errors.find((entry) => entry.pointer.replace(/^#/, '') === pointer)?.messages[language]
      : undefined;
}
