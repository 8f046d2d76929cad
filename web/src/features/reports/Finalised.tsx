import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formats } from '../../api/files';
import * as api from '../../api/generated/operations.gen';
import type { ReportDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { mailQuery } from '../../api/queries';
import { formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { listed } from '../../i18n/punctuation';
import { Copied } from '../../ui/Copied';
import { FileLink } from '../../ui/FileLink';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { SendByHand } from '../authority-acts/delivery';

/** The kept files with their hashes, and the mail that carries them. */
export function Finalised({ report }: { report: ReportDetails }) {
  const { t, language } = useLanguage();
  const { finalised } = report;
  return (
    <>
      <Notice
        tone="success"
        title={t('この報告書は確定しています。内容は変わりません。', 'Finalised; it never changes.')}
      >
        {finalised && (
          <p>
            <time>{formatInstant(finalised.at, language)}</time> {finalised.by.name}
          </p>
        )}
        <ul className="mt-3 grid gap-3 md:grid-cols-3">
          {formats.map(({ format, name }) => {
            const file = finalised?.files.find((one) => one.format.toLowerCase() === format);
            return (
              <li key={format}>
                <FileLink
                  className="button button-outline w-full"
                  href={addressOf(api.getReportForm, { path: { id: report.id, extension: format } })}
                >
                  {t(`${name}を保存`, `Save ${name}`)}
                </FileLink>
                {file && (
                  <p className="hint mt-1 font-mono text-[0.75rem]" title={file.sha256}>
                    {(file.bytes / 1024).toFixed(0)} KB　SHA-256 {file.sha256.slice(0, 16)}…
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </Notice>
      <MailText report={report} />
    </>
  );
}

function MailText({ report }: { report: ReportDetails }) {
  const t = useText();
  const mail = useQuery(mailQuery(report.id));
  return (
    <details className="card my-6" open={!report.submission || mail.data?.isAgain}>
      <summary className="heading-2 cursor-pointer">
        {mail.data?.isAgain
          ? t('受領の確認をお願いするメール（再送）', 'The mail that asks whether it arrived')
          : t('送付メール', 'The mail')}
      </summary>
      <Loaded query={mail}>
        {({ subject, body, to, cc, attachments, isAgain }) => (
          <div className="mt-3 grid gap-4">
            <p className="hint">
              {isAgain
                ? t(
                    'このシステムからは送りません。受領の連絡がまだ記録されていないときに、ご自身のメールソフトから送ってください。返信が届いたら「受領を記録」で記録します。',
                    'Nothing is sent from here; where no receipt is recorded yet, send it from your own mail program. Record the receipt once the answer has come.',
                  )
                : t(
                    'このシステムからは送りません。ご自身のメールソフトから送り、「提出を記録」で記録してください。',
                    'Nothing is sent from here; send it from your own mail program, then record the submission.',
                  )}
            </p>
            {isAgain && (
              <Link
                to="/contracts/$id/communications/new"
                params={{ id: report.contractId }}
                search={{ subject: 'REPORT', kind: 'REPORT' }}
                className="link w-fit"
              >
                {t('送ったことを連絡の記録に残す', 'Note that it was sent')}
              </Link>
            )}
            <SendByHand
              mail={addressOf(api.getReportMailFile, { path: { id: report.id } })}
              canSend={to.length > 0}
              contractId={report.contractId}
            />
            {to.length > 0 && <Copied label={t('宛先', 'To')} text={to.join(', ')} />}
            {cc.length > 0 && <Copied label="Cc" text={cc.join(', ')} />}
            <Copied label={t('件名', 'Subject')} text={subject} />
            <Copied label={t('本文', 'Body')} text={body} />
            <p className="text-[0.9375rem]">
              <span className="font-700">{t('添付：', 'Attached: ')}</span>
              {listed(attachments, t)}
            </p>
          </div>
        )}
      </Loaded>
    </details>
  );
}
