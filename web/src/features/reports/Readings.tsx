import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { FormReadingDetails, FormReadingHeader } from '../../api/generated/types.gen';
import { useSending } from '../../api/useAct';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { DiffText } from '../../ui/DiffText';
import { FileDrop } from '../../ui/FileDrop';
import { Notice, ProblemNotice } from '../../ui/Notice';
import { Facts, Page } from '../../ui/Page';
import { StatusMark } from '../../ui/Status';
import { KeepReading } from './KeepReading';
import { filesOf, SheetChoice } from './SheetChoice';

/** Filled forms dropped in: what they say, what is missing or altered, and keeping them as 導入前の記録. */
export function Readings() {
  const t = useText();
  const reading = useSending({
    mutationFn: (files: File[]) => call(api.readForms, { body: { files } }),
  });
  return (
    <Page title={t('提出済みの別紙を読み取る', 'Read filled forms')}>
      <FileDrop
        title={t('記入済みの別紙をここに入れてください', 'Drop filled forms here')}
        hint={t(
          'Word、Excel、文字の入ったPDF。何件でも。版、16の実施状況、理由、文言の違い、足りないものを並べます。',
          'Word, Excel or PDF with text, several at once. Lists edition, statuses, reasons, altered wording and what is missing.',
        )}
        accept=".docx,.xlsx,.pdf"
        multiple
        isBusy={reading.isPending}
        onFiles={(files) => reading.mutate(files)}
      />
      <ProblemNotice error={reading.error} />
      {reading.data && filesOf(reading.data).map(({ name, forms }) => <FileReadings key={name} forms={forms} />)}
    </Page>
  );
}

/** What one file holds: its form, or the choice among the forms on its sheets. */
function FileReadings({ forms }: { forms: FormReadingDetails[] }) {
  if (forms.length > 1)
    return <SheetChoice forms={forms}>{(chosen) => <ReadingResult key={chosen.sheet} reading={chosen} />}</SheetChoice>;
  return forms.map((form) => <ReadingResult key={form.sha256} reading={form} />);
}

function ReadingResult({ reading }: { reading: FormReadingDetails }) {
  const { t, language } = useLanguage();
  const altered = reading.rows.filter((row) => row.textMatch !== 'equal');
  const reasonOf = (number: number) => reading.reasons.find((reason) => reason.number === number)?.text;
  return (
    <article className="mt-10 border-solid-gray-600 border-t-2 pt-4">
      <h2 className="heading-2 break-words">
        {reading.fileName}
        {reading.sheet && (
          <span className="ml-2 font-400 text-[1rem]">
            {t(`シート「${reading.sheet}」`, `Sheet “${reading.sheet}”`)}
          </span>
        )}
      </h2>
      <p className="mt-1 text-[0.9375rem]">
        {reading.edition.code
          ? t(`版：${reading.edition.code}`, `Edition: ${reading.edition.code}`)
          : t('どの版の別紙か分かりませんでした', 'The edition could not be told')}
      </p>
      <Header header={reading.header} />
      {reading.findings.map((finding) => (
        <Notice key={`${finding.code}${finding.messages.en}`} tone="warning" title={finding.messages[language]} />
      ))}
      <Changes reading={reading} />
      <table className="table-plain mt-4">
        <thead>
          <tr>
            <th scope="col">{t('項目', 'Item')}</th>
            <th scope="col">{t('実施状況', 'Status')}</th>
            <th scope="col">{t('理由・説明', 'Reason')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.rows.map((row) => (
            <tr key={row.number}>
              <th scope="row" className="whitespace-nowrap">
                {row.number})
              </th>
              <td>
                <StatusMark status={row.status} />
                {!row.status && row.statusText && <span className="ml-2">{row.statusText}</span>}
              </td>
              <td className="pre text-[0.9375rem]">{reasonOf(row.number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reading.explanation10 && (
        <p className="pre mt-3">
          <span className="font-700">{t('15)⑩：', '15)⑩: ')}</span>
          {reading.explanation10}
        </p>
      )}
      {altered.length > 0 && (
        <details className="mt-4" open>
          <summary className="cursor-pointer font-700">
            {t(`文言が様式と違う行（${altered.length}件）`, `Rows whose wording differs (${altered.length})`)}
          </summary>
          {altered.map((row) => (
            <div key={row.number} className="border-solid-gray-300 border-b py-3">
              <p className="font-700">{row.number})</p>
              {row.diff && <DiffText parts={row.diff} />}
            </div>
          ))}
        </details>
      )}
      {reading.unread.length > 0 && (
        <details className="mt-4" open>
          <summary className="cursor-pointer font-700">
            {t(
              `様式のどこにも当たらない記載（${reading.unread.length}件）`,
              `Belongs to no part of the form (${reading.unread.length})`,
            )}
          </summary>
          <ul className="mt-2 max-h-80 space-y-1 overflow-y-auto">
            {reading.unread.map((text) => (
              <li key={text} className="pre rounded-8 bg-solid-gray-50 p-2 text-[0.875rem]">
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      <KeepReading reading={reading} />
    </article>
  );
}

/** What this form answers otherwise than the one before: an officer looks here first. */
function Changes({ reading: { comparedWith, changes, fileName } }: { reading: FormReadingDetails }) {
  const t = useText();
  if (!comparedWith)
    return (
      <p className="mt-4 text-[0.9375rem]">
        {t('比べられる前回の報告はありません。', 'There is no earlier report to compare with.')}
      </p>
    );
  const isFile = comparedWith.includes('.');
  const earlier = isFile ? comparedWith : t('この契約の前回の報告', 'the last report of this contract');
  if (changes.length === 0)
    return (
      <p className="mt-4">{t(`${earlier}から変わった項目はありません。`, `No item has changed since ${earlier}.`)}</p>
    );
  return (
    <section className="mt-4" aria-label={t(`${fileName}の変更`, `Changes in ${fileName}`)}>
      <h3 className="heading-3">
        {t(`${earlier}から変わった項目（${changes.length}件）`, `Changed since ${earlier} (${changes.length})`)}
      </h3>
      <ul className="mt-2">
        {changes.map(({ number, before, now }) => (
          <li key={number} className="border-solid-gray-300 border-b py-3">
            <p>
              <span className="mr-2 font-700">{number})</span>
              <StatusMark status={before.status} /> → <StatusMark status={now.status} />
            </p>
            {before.reason !== now.reason && (
              <p className="pre mt-1 text-[0.9375rem]">
                {before.reason && <del>{before.reason}</del>} {now.reason && <ins>{now.reason}</ins>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Header({ header }: { header: FormReadingDetails['header'] }) {
  const { t, language } = useLanguage();
  const names: Record<keyof FormReadingHeader, string> = {
    contractName: t('契約件名', 'Contract'),
    contractSignedOn: t('契約締結日', 'Signed on'),
    reportedOn: t('報告日', 'Reported on'),
    documentNumber: t('文書番号', 'Document number'),
    addressee: t('宛先', 'Addressee'),
    contractorName: t('名称', 'Contractor'),
    contractorAddress: t('住所', 'Address'),
    representativeName: t('代表者氏名', 'Representative'),
  };
  const items = (Object.entries(names) as [keyof FormReadingHeader, string][]).flatMap(
    ([key, name]): [string, string][] => {
      const value = header[key];
      return value ? [[name, key.endsWith('On') ? formatDate(value, language) : value]] : [];
    },
  );
  return items.length > 0 && <Facts items={items} />;
}
