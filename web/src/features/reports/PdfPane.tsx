import { useEffect, useState } from 'react';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { useText } from '../../i18n/language';
import { FileLink } from '../../ui/FileLink';

const REFRESH_MS = 800;

/** The PDF as it would be now; read anew when saves have come to rest. */
export function PdfPane({ report }: { report: ReportDetails }) {
  const t = useText();
  const [version, setVersion] = useState(report.version);
  useEffect(() => {
    const timer = setTimeout(() => setVersion(report.version), REFRESH_MS);
    return () => clearTimeout(timer);
  }, [report.version]);
  return (
    <aside className="xl:sticky xl:top-4 xl:self-start" aria-label="PDF">
      <iframe
        key={version}
        title={t('別紙のPDF', 'The form as PDF')}
        src={`${addressOf(api.getReportForm, { path: { id: report.id, extension: 'pdf' } })}?version=${version}#navpanes=0&view=FitH`}
        className="h-[85vh] w-full rounded-8 border border-solid-gray-420 bg-solid-gray-50"
      />
      <p className="mt-1 text-[0.875rem]">
        <FileLink
          className="link"
          href={addressOf(api.getReportForm, { path: { id: report.id, extension: 'pdf' } })}
          isOpened
        >
          {t('PDFを別の画面で開く', 'Open the PDF')}
        </FileLink>
      </p>
    </aside>
  );
}
