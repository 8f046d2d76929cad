import type { ReactNode } from 'react';
import { Problem } from '../api/client';
import { type Messages, useLanguage } from '../i18n/language';

type Tone = 'info' | 'success' | 'warning' | 'error';

const tones: Record<Tone, { frame: string; sign: string; ja: string; en: string }> = {
  info: { frame: 'border-blue-900', sign: 'bg-blue-900', ja: 'お知らせ', en: 'Note' },
  success: { frame: 'border-success-2', sign: 'bg-success-2', ja: '完了', en: 'Done' },
  warning: { frame: 'border-warning-yellow-2', sign: 'bg-warning-yellow-2', ja: '確認', en: 'Check' },
  error: { frame: 'border-error-1', sign: 'bg-error-1', ja: 'エラー', en: 'Error' },
};

/** A boxed message. Errors are announced at once. */
export function Notice({ tone = 'info', title, children }: { tone?: Tone; title?: ReactNode; children?: ReactNode }) {
  const { t } = useLanguage();
  const { frame, sign, ja, en } = tones[tone];
  return (
    <div role={tone === 'error' ? 'alert' : undefined} className={`my-4 rounded-8 border-2 bg-white p-4 ${frame}`}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className={`chip border-transparent font-700 text-white ${sign}`}>{t(ja, en)}</span>
        {title && <strong className="min-w-0 flex-1 font-700">{title}</strong>}
      </div>
      {children && <div className="mt-2 text-[0.9375rem]">{children}</div>}
    </div>
  );
}

/** Why it is so, one reason a line. */
export function Reasons({ of }: { of: Messages[] }) {
  const { language } = useLanguage();
  if (of.length === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {of.map((why) => (
        <li key={why.ja}>{why[language]}</li>
      ))}
    </ul>
  );
}

/** What went wrong, in the reader's language, with each field's own sentence. */
export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { language, t } = useLanguage();
  if (!error) return null;
  const isProblem = error instanceof Problem;
  const title = isProblem
    ? error.messages[language]
    : t('この画面を表示できませんでした。', 'This screen could not be shown.');
  return (
    <Notice tone="error" title={title}>
      {isProblem && error.errors.length > 0 && (
        <ul className="list-disc pl-5">
          {error.errors.map((entry) => (
            <li key={`${entry.pointer}${entry.code}`}>{entry.messages[language]}</li>
          ))}
        </ul>
      )}
      {!isProblem && <p className="hint">{String(error)}</p>}
      {retry && (
        <button type="button" className="button button-outline button-small mt-2" onClick={retry}>
          {t('もう一度読み込む', 'Load again')}
        </button>
      )}
    </Notice>
  );
}
