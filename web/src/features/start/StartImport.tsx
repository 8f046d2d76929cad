import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { AnnexImportDetails } from '../../api/generated/types.gen';
import { useSending } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { useFormDraft } from '../../saving/useFormDraft';
import { useForgetKept, useKept } from '../../saving/useKept';
import { FileDrop } from '../../ui/FileDrop';
import { ProblemNotice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Restored } from '../../ui/Restored';
import { ImportResult } from './ImportResult';
import { RegisterForm } from './RegisterForm';

const IMPORTED = 'imported';
const MAX_BYTES = 10 * 1024 * 1024;

/** Drop the tender or the annex, see which edition it is, register the contract. */
export function StartImport() {
  const t = useText();
  const paste = useFormDraft('pasted-annex', '', (text) => text.trim() !== '');
  const pasted = paste.value;
  const [result, setResult] = useKept<AnnexImportDetails | null>(IMPORTED, null);
  const forgetKept = useForgetKept();
  const reading = useSending({
    mutationFn: (source: File | string) =>
      call(api.importAnnex, { body: typeof source === 'string' ? source : { file: source } }),
    onSuccess: (read) => {
      paste.forget();
      setResult(read);
    },
  });
  const [tooLarge, setTooLarge] = useState(false);
  const read = (source: File | string) => {
    const bytes = typeof source === 'string' ? new Blob([source]).size : source.size;
    setTooLarge(bytes > MAX_BYTES);
    if (bytes <= MAX_BYTES) reading.mutate(source);
  };

  if (result) {
    return (
      <Page
        title={t('読み取った結果', 'What was read')}
        actions={
          <>
            {result.match.code && (
              <a href="#register" className="button">
                {t('契約の登録へ', 'Go to registration')}
              </a>
            )}
            <button type="button" className="button button-outline" onClick={() => setResult(null)}>
              {t('別の文書を入れる', 'Use another document')}
            </button>
          </>
        }
      >
        <ImportResult result={result} />
        {result.match.code && <RegisterForm result={result} onRegistered={() => forgetKept(IMPORTED)} />}
      </Page>
    );
  }
  return (
    <Page title={t('契約を始める', 'Start a contract')}>
      <p className="mb-6 max-w-[48rem]">
        {t(
          '契約の別記「情報セキュリティに関する事項」の版を見分け、16の事項の実施状況を記録し、提出する別紙（Word・PDF・Excel）と送付メールを作ります。',
          'Recognises the edition of the security annex, records the status of the 16 items, and prepares the report form (Word, PDF, Excel) and the email to send it with.',
        )}
      </p>
      <FileDrop
        title={t(
          '募集要領や契約書の別記をここに入れてください',
          'Drop the tender document or the contract’s annex here',
        )}
        hint={t(
          'Word（.docx）、文字の入ったPDF、テキスト。10MBまで。',
          'Word (.docx), PDF with text, or plain text, up to 10 MB.',
        )}
        accept=".txt,.docx,.pdf,text/plain,application/pdf"
        isBusy={reading.isPending}
        onFiles={([file]) => file && read(file)}
      />
      {tooLarge && (
        <p role="alert" className="mt-3 text-error-2">
          {t('10MBを超えています。別記の部分だけを入れてください。', 'Larger than 10 MB. Please use the annex alone.')}
        </p>
      )}
      <ProblemNotice error={reading.error} />
      <form
        className="mt-8"
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim()) read(pasted);
        }}
      >
        <label htmlFor="pasted" className="heading-3">
          {t('または、文章を貼り付ける', 'Or paste the text')}
        </label>
        <textarea
          id="pasted"
          rows={6}
          className="input mt-2"
          value={pasted}
          onChange={(event) => paste.set(event.target.value)}
          placeholder={t('情報セキュリティに関する事項　以下の事項について遵守すること。…', '')}
        />
        <Restored draft={paste} />
        <button type="submit" className="button button-outline mt-3" disabled={!pasted.trim() || reading.isPending}>
          {t('貼り付けた文章を読み取る', 'Read the pasted text')}
        </button>
      </form>
    </Page>
  );
}
