import { formatDate, formatDateShort } from '../i18n/dates';
import { useLanguage } from '../i18n/language';

/** From one day to another, both of them included; a line may end between them. */
export function Term({ from, to, isShort = false }: { from: string; to: string; isShort?: boolean }) {
  const { t, language } = useLanguage();
  const day = isShort ? formatDateShort : formatDate;
  return (
    <>
      <time dateTime={from}>{day(from, language)}</time>
      {t('〜', ' – ')}
      <wbr />
      <time dateTime={to}>{day(to, language)}</time>
    </>
  );
}
