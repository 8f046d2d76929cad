import { Link } from '@tanstack/react-router';
import type { Act } from '../../api/acts';
import * as api from '../../api/generated/operations.gen';
import { addressOf } from '../../api/operation';
import { formatDate, formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { FileLink } from '../../ui/FileLink';
import { FileLinks } from '../../ui/Files';
import { Said, Signed } from '../../ui/Words';
import { DocumentChanges } from '../changes/DocumentChanges';
import { ScopeList } from './ScopeList';
import { lastChanged } from './Story';

export function ActRequest({ act }: { act: Act }) {
  const { t, language } = useLanguage();
  const day = (date: string) => formatDate(date, language);
  const { scope, target } = act;
  const changedAt = lastChanged(act.history);
  return (
    <section>
      <h2 className="heading-2 mb-2">{t('お願いの内容', 'What is asked for')}</h2>
      <p className="mb-2">
        <Signed by={act.requestedBy} at={act.requestedAt} />
      </p>
      <div className="space-y-3">
        <p className="pre">{act.text}</p>
        {changedAt && (
          <p className="hint">
            {t(
              `${formatInstant(changedAt, language)}に内容を変更しています。変更前は「経過」にあります。`,
              `Changed on ${formatInstant(changedAt, language)}; what stood here before is in its history below.`,
            )}
          </p>
        )}
        {target && <Target act={act} />}
        {scope && <ScopeList scope={scope} />}
        {act.cancellation && (
          <Said label={t('取下げの理由', 'Why it was taken back')}>
            {act.cancellation.text}
            <br />
            <Signed by={act.cancellation.by} at={act.cancellation.recordedAt} />
          </Said>
        )}
        {act.startsOn && <Said label={t('始める予定の日', 'Planned start')}>{day(act.startsOn)}</Said>}
        {act.startedOn && <Said label={t('始めた日', 'Started on')}>{day(act.startedOn)}</Said>}
        <FileLinks files={act.files} />
        {act.sentence && (
          <div>
            <p className="text-[0.875rem] text-solid-gray-600">
              {act.number === null
                ? t('根拠', 'Ground')
                : t(
                    `根拠：${act.edition.code} 事項 ${act.number})`,
                    `Ground: ${act.edition.code}, item ${act.number})`,
                  )}
            </p>
            <blockquote lang="ja" className="pre border-solid-gray-420 border-l-4 pl-3 text-[0.9375rem]">
              {act.sentence}
            </blockquote>
          </div>
        )}
      </div>
    </section>
  );
}

/** The exact version that the word is given for. */
function Target({ act }: { act: Act }) {
  const t = useText();
  const { target, targetVersionNow, contractId, files } = act;
  if (!target) return null;
  const version = t(`第${target.version}版`, `version ${target.version}`);
  return (
    <div className="rounded-8 border border-solid-gray-420 p-3">
      <p className="text-[0.875rem] text-solid-gray-600">{t('対象（この版について）', 'For this very version')}</p>
      {target.kind === 'CONFIRMATION_DOCUMENT' ? (
        <p className="flex flex-wrap gap-x-4 font-700">
          <Link
            to="/contracts/$id/confirmation-document/$version"
            params={{ id: contractId, version: String(target.version) }}
            className="link"
          >
            {t('確認書類', 'Confirmation document')} {version}
          </Link>
          <FileLink
            className="link"
            href={addressOf(api.getDocumentFile, { path: { contractId, number: target.version, extension: 'pdf' } })}
            isOpened
          >
            PDF
          </FileLink>
        </p>
      ) : target.kind === 'REPORT' ? (
        <Link to="/reports/$id" params={{ id: target.id }} className="link font-700">
          {t('実施状況報告書', 'Report')}
        </Link>
      ) : (
        <p className="font-700">{files.find(({ id }) => id === target.id)?.name ?? version}</p>
      )}
      {target.sha256 && (
        <p className="hint font-mono text-[0.75rem]" title={target.sha256}>
          SHA-256 {target.sha256.slice(0, 16)}…
        </p>
      )}
      {target.kind === 'CONFIRMATION_DOCUMENT' && target.version > 1 && (
        <DocumentChanges contractId={contractId} number={target.version} />
      )}
      {targetVersionNow !== null && targetVersionNow !== target.version && (
        <p className="text-[0.875rem]">
          {t(`いまは第${targetVersionNow}版です。`, `It is at version ${targetVersionNow} now.`)}
        </p>
      )}
    </div>
  );
}
