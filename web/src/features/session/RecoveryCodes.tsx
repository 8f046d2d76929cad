import { useEffect, useState } from 'react';
import { useText } from '../../i18n/language';
import { CopyButton } from '../../ui/CopyButton';
import { Notice } from '../../ui/Notice';

/** Recovery codes, shown this once: they are copied, saved or printed before going on. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const t = useText();
  const [isKept, setKept] = useState(false);
  const text = `SecurityTracker\n${codes.join('\n')}\n`;
  return (
    <div className="grid gap-4 print:fixed print:inset-0 print:bg-white print:p-8">
      <h2 className="heading-2">{t('回復コードを保管してください', 'Keep your recovery codes')}</h2>
      <Notice tone="warning" title={t('この画面でしか表示されません', 'They are shown only here')}>
        {t(
          '認証アプリやパスキーが使えなくなったとき、一つずつ使えます。紙に印刷するか、人に見られない所に保管してください。',
          'When your app or passkey is not available, each code works once. Print them, or keep them where nobody else can see them.',
        )}
      </Notice>
      <ol className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-8 border border-solid-gray-420 p-4 font-mono text-[1.0625rem]">
        {codes.map((code) => (
          <li key={code} className="nowrap">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton text={text} label={t('コピー', 'Copy')} />
        <SaveText text={text} label={t('ファイルに保存', 'Save to a file')} />
        <button type="button" className="button button-outline button-small" onClick={() => print()}>
          {t('印刷', 'Print')}
        </button>
      </div>
      <label className="flex items-center gap-2 print:hidden">
        <input
          type="checkbox"
          className="size-5"
          checked={isKept}
          onChange={(event) => setKept(event.target.checked)}
        />
        {t('保管しました', 'I have kept them')}
      </label>
      <button type="button" className="button justify-self-start print:hidden" disabled={!isKept} onClick={onKept}>
        {t('進む', 'Continue')}
      </button>
    </div>
  );
}

function SaveText({ text, label }: { text: string; label: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return (
    <a className="button button-outline button-small" href={address} download="recovery-codes.txt">
      {label}
    </a>
  );
}
