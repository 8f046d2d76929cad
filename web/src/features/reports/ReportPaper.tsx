import type { EditionDetails, ReportDetails } from '../../api/generated/types.gen';
import { formatDate } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { may } from '../../ui/can';
import { PaperHeader } from './PaperHeader';
import { PaperRow } from './PaperRow';
import { useReportSaver } from './useReportSaver';

/** The report laid out as the 別紙 is; a draft is edited in place. The printed words are the edition's, in Japanese. */
export function ReportPaper({ report, edition }: { report: ReportDetails; edition: EditionDetails }) {
  const t = useText();
  const saver = useReportSaver(report);
  const { form } = edition;
  const isDraft = may(report.can.changeReportRow);
  const columns = form?.columns ?? ['項目', '確認事項', '実施状況'];
  return (
    <article lang="ja" className="rounded-8 border border-solid-gray-420 bg-white p-4 shadow-1 sm:p-8">
      {form ? (
        <p className="text-right">{form.mark}</p>
      ) : (
        <p className="hint text-right">
          {t('（様式なし：合意した書き方による）', '(no form in this edition: agreed layout)')}
        </p>
      )}
      <PaperHeader report={report} saver={saver} isDraft={isDraft} />
      <h2 className="mt-8 text-center font-700 text-[1.125rem]">
        {form?.title ?? '情報セキュリティに関する事項の遵守の方法の実施状況報告書'}
      </h2>
      {form && <p className="mt-4 indent-4">{form.preamble}</p>}
      <p className="my-4 text-center">記</p>
      <p>{form?.contractHeading ?? '１．契約件名等'}</p>
      <dl className="mt-2 grid grid-cols-[8rem_1fr] border border-solid-gray-800 text-[0.9375rem]">
        <dt className="border-solid-gray-800 border-r border-b p-2">契約締結日</dt>
        <dd className="border-solid-gray-800 border-b p-2">
          {report.header.contractSignedOn ? formatDate(report.header.contractSignedOn, 'ja') : '　'}
        </dd>
        <dt className="border-solid-gray-800 border-r p-2">契約件名</dt>
        <dd className="p-2">{report.header.contractName}</dd>
      </dl>
      <p className="mt-6">{form?.reportHeading ?? '２．報告事項'}</p>
      <div className="@container">
        <table className="mt-2 block w-full border-collapse @min-[40rem]:table">
          <thead className="hidden @min-[40rem]:table-header-group">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="border border-solid-gray-800 bg-solid-gray-50 px-3 py-2">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="block @min-[40rem]:table-row-group">
            {[...report.rows, ...report.extraRows].map((row) => (
              <PaperRow key={row.number} report={report} row={row} saver={saver} isDraft={isDraft} />
            ))}
          </tbody>
        </table>
      </div>
      {form && (
        <div className="mt-6 space-y-1 text-[0.875rem]">
          <p>（記載要領）</p>
          {form.notes.map((note) => (
            <p key={note} className="pre">
              {note}
            </p>
          ))}
          <p className="pt-2">{form.closing}</p>
        </div>
      )}
    </article>
  );
}
