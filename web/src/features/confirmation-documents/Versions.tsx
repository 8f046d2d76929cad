import { Link } from '@tanstack/react-router';
import { call } from '../../api/client';
import type { ConfirmationDocument } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import type { DocumentVersionDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { dayOf, formatDate, today } from '../../i18n/dates';
import { type Text, useLanguage } from '../../i18n/language';
import { dotted, fromTo, inBrackets } from '../../i18n/punctuation';
import { FileLink } from '../../ui/FileLink';
import { FileLinks } from '../../ui/Files';
import { type Form, FormButtons, form } from '../../ui/FormDialog';
import { Chip } from '../../ui/Words';
import { CorrectionEntry } from '../authority-acts/corrections';
import { recordName, timingName } from '../authority-acts/words';
import { dayCorrection, wayCorrection } from '../review/DateCorrections';
import { viaName, viasWhere } from '../review/words';
import { versionState, versionTone } from './words';

/** Every version that was presented, the newest first: what was said of it, when it was handed in, since when it holds. */
export function Versions({ contractId, document }: { contractId: string; document: ConfirmationDocument }) {
  const { t } = useLanguage();
  if (document.versions.length === 0) return null;
  return (
    <section className="mt-10">
      <h2 className="heading-2 mb-2">{t('版', 'Versions')}</h2>
      <ol className="border-solid-gray-300 border-t">
        {document.versions.map((version) => (
          <Version key={version.number} contractId={contractId} document={document} version={version} />
        ))}
      </ol>
    </section>
  );
}

function Version({
  contractId,
  document,
  version,
}: {
  contractId: string;
  document: ConfirmationDocument;
  version: DocumentVersionDetails;
}) {
  const { t, language } = useLanguage();
  const { number, act, submission, inForceFrom, inForceUntil } = version;
  const day = (date: string) => formatDate(date, language);
  const facts = [
    `${version.unsent ? t('固定', 'fixed') : version.kind === 'RE_PRESENTATION' ? t('再提示', 'shown again') : t('提示', 'presented')} ${day(version.presentedOn)}`,
    act?.actAt && `${version.word} ${day(dayOf(act.actAt))}`,
    submission && `${t('提出', 'handed in')} ${day(submission.on)}${inBrackets(viaName(submission.via, t), t)}`,
    inForceFrom && `${t('有効', 'in force')} ${fromTo(day(inForceFrom), inForceUntil ? day(inForceUntil) : '', t)}`,
  ];
  const isInForce = document.inForce?.number === number;
  return (
    <li className="space-y-2 border-solid-gray-300 border-b py-4">
      <p className="flex flex-wrap items-center gap-2">
        <Link
          to="/contracts/$id/confirmation-document/$version"
          params={{ id: contractId, version: String(number) }}
          className="link font-700 text-[1.0625rem]"
        >
          {t(`第${number}版`, `Version ${number}`)}
        </Link>
        <Chip tone={versionTone(version)}>{versionState(version, t)}</Chip>
        {isInForce && <Chip tone="good">{t('有効', 'in force')}</Chip>}
        {version.timing && version.timing !== 'BEFORE' && (inForceFrom || version.effectiveFrom) && (
          <Chip tone="strong">{timingName(version.timing, t)}</Chip>
        )}
        {act?.recordedBy === 'CONTRACTOR' && (
          <Chip tone={act.confirmed ? 'good' : 'dashed'}>{recordName('CONTRACTOR', act.confirmed, t)}</Chip>
        )}
      </p>
      <p className="text-[0.9375rem]">{dotted(facts, t)}</p>
      {document.corrections
        .filter((correction) => correction.number === number)
        .map(({ before, on, at, ...said }) => (
          <CorrectionEntry
            key={at}
            correction={{ ...said, field: 'SUBMITTED_ON', oldValue: before, newValue: on, recordedAt: at }}
          />
        ))}
      {document.wayCorrections
        .filter((correction) => correction.number === number)
        .map(({ before, via, at, ...said }) => (
          <CorrectionEntry
            key={at}
            correction={{
              ...said,
              field: 'VIA',
              oldValue: viaName(before, t),
              newValue: viaName(via, t),
              recordedAt: at,
            }}
          />
        ))}
      {submission && <FileLinks files={submission.files} />}
      <div className="flex flex-wrap items-center gap-3">
        {act && (
          <Link to="/authority-acts/$id" params={{ id: act.id }} className="button button-outline button-small">
            {t(`${version.word}の手続を開く`, `Open the procedure (${version.word})`)}
          </Link>
        )}
        {(['docx', 'pdf'] as const).map((format) => (
          <FileLink
            key={format}
            className="link"
            href={addressOf(api.getDocumentFile, { path: { contractId, number, extension: format } })}
          >
            {format === 'docx' ? 'Word' : 'PDF'}
          </FileLink>
        ))}
      </div>
      <FormButtons
        contractId={contractId}
        about={String(number)}
        forms={[
          {
            label: t('提出を記録', 'Record the submission'),
            can: document.can.submitConfirmationDocument,
            isApt: version.state === 'AGREED' && submission === null,
            weight: 'main' as const,
            form: submissionForm(contractId, document, number, document.sectionIsHere, t),
          },
          {
            label: t('提出の日を訂正', 'Correct the day of submission'),
            can: document.can.correctDocumentSubmission,
            isApt: submission !== null,
            weight: 'rare' as const,
            form: dayCorrection(
              t('提出の日', 'Day of submission'),
              submission?.on,
              (body) =>
                call(api.correctDocumentSubmission, { path: { contractId, number }, body, version: document.version }),
              t,
            ),
          },
          {
            label: t('提出の方法を訂正', 'Correct the way of submission'),
            can: document.can.correctDocumentSubmission,
            isApt: submission !== null,
            weight: 'rare' as const,
            form: wayCorrection(submission?.via, document.sectionIsHere, t, (body) =>
              call(api.correctDocumentSubmissionWay, { path: { contractId, number }, body, version: document.version }),
            ),
          },
          {
            label: t('いつから有効かを決める', 'Set the first day in force'),
            can: document.can.setDocumentEffectiveFrom,
            isApt: version.state === 'AGREED' && version.kind !== 'FIRST' && number === document.versions[0]?.number,
            form: form({
              title: t('有効になる日', 'In force from'),
              start: { from: version.effectiveFrom ?? today() },
              fields: [{ name: 'from', label: t('この日から', 'From'), kind: 'date', required: true }],
              send: (body) =>
                call(api.setDocumentEffectiveFrom, { path: { contractId, number }, body, version: document.version }),
            }),
          },
        ]}
      />
    </li>
  );
}

const submissionForm = (
  contractId: string,
  document: ConfirmationDocument,
  number: number,
  sectionIsHere: boolean,
  t: Text,
): Form =>
  form({
    title: t(`第${number}版の提出`, `Submission of version ${number}`),
    start: { via: sectionIsHere ? 'SYSTEM' : 'MAIL', on: today() },
    fields: [
      {
        name: 'via',
        label: t('どのように提出したか', 'How'),
        kind: 'choice',
        options: viasWhere(sectionIsHere).map((value) => ({ value, label: viaName(value, t) })),
      },
      { name: 'on', label: t('提出した日', 'Date handed in'), kind: 'past', required: true },
      { name: 'fileIds', label: t('控え（任意）', 'Copy (optional)'), kind: 'files' },
    ],
    send: (body) =>
      call(api.submitConfirmationDocument, { path: { contractId, number }, body, version: document.version }),
  });
