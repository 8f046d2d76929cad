import type { ReportCheck } from '../../api/generated/types.gen';
import { useLanguage } from '../../i18n/language';

/** Some sentences name their row already. */
const numbered = (number: number, sentence: string) =>
  sentence.startsWith(`${number})`) ? sentence : `${number}) ${sentence}`;

/** What is still missing or contradicts itself, live; each leads to its row. */
export function Checks({ checks }: { checks: ReportCheck[] }) {
  const { t, language } = useLanguage();
  const blocking = checks.filter((check) => check.severity === 'BLOCKING');
  const notices = checks.filter((check) => check.severity !== 'BLOCKING');
  return (
    <section aria-live="polite" className="my-6 rounded-8 border border-solid-gray-420 p-4">
      <h2 className="heading-3">
        {blocking.length === 0
          ? t('確定に足りないものはありません', 'Nothing is missing')
          : t(`確定までに直すところ ${blocking.length}件`, `${blocking.length} to settle before finalising`)}
        {notices.length > 0 && (
          <span className="ml-3 font-400 text-[0.875rem]">
            {t(`お知らせ ${notices.length}件`, `${notices.length} notices`)}
          </span>
        )}
      </h2>
      {checks.length > 0 && (
        <ul className="mt-2 max-h-60 space-y-1 overflow-y-auto">
          {[...blocking, ...notices].map((check) => (
            <li key={`${check.code}${check.number}`} className="flex items-baseline gap-2 text-[0.9375rem]">
              <span
                className={`chip shrink-0 ${check.severity === 'BLOCKING' ? 'border-error-1 text-error-2' : 'border-solid-gray-420'}`}
              >
                {check.severity === 'BLOCKING' ? t('要対応', 'settle') : t('お知らせ', 'notice')}
              </span>
              {check.number ? (
                <a href={`#row-${check.number}`} className="link">
                  {numbered(check.number, check.messages[language])}
                </a>
              ) : (
                <span>{check.messages[language]}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
