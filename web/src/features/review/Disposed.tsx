import { formats } from '../../api/files';
import type { ReportDetails } from '../../api/generated/types.gen';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { Notice } from '../../ui/Notice';

/** 廃棄 or 移管 after the 保存期間, for both sides: the content is gone, the hashes of its files stay. */
export function Disposed({ report }: { report: ReportDetails }) {
  const { t, language } = useLanguage();
  const { disposal, finalised } = report;
  if (!disposal) return null;
  return (
    <Notice
      title={
        disposal.kind === 'DISCARDED'
          ? t('この報告書は廃棄されました。', 'This report was discarded.')
          : t('この報告書は移管されました。', 'This report was transferred.')
      }
    >
      <p>
        <time>{formatDate(disposal.on, language)}</time> {disposal.number}
      </p>
      <p className="mt-2">
        {t(
          '保存期間が過ぎたため、担当課室が記録しました。このシステムにあった中身は消え、ファイルのハッシュ値だけが残っています。手元の控えが提出したものと同じかどうかは、この値で確かめられます。',
          'Its period of preservation was over, and the section recorded this. The content that was here is gone and the hashes of its files remain: they tell whether a copy kept elsewhere is the one that was handed in.',
        )}
      </p>
      <dl className="mt-3 space-y-2">
        {formats.map(({ format, name }) => (
          <div key={format}>
            <dt className="font-700">{name}</dt>
            <dd className="break-all font-mono text-[0.875rem]">
              SHA-256 {finalised?.files.find((file) => file.format.toLowerCase() === format)?.sha256}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
