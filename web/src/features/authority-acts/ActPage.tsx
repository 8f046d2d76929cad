import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Act, actQuery } from '../../api/acts';
import * as api from '../../api/generated/operations.gen';
import { addressOf } from '../../api/operation';
import { formatDate, formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { may, WhyNot } from '../../ui/can';
import { FileLink } from '../../ui/FileLink';
import { FileLinks } from '../../ui/Files';
import { FormButtons, type Offered } from '../../ui/FormDialog';
import { Loaded } from '../../ui/Loaded';
import { Notice, Reasons } from '../../ui/Notice';
import { useTitle } from '../../ui/Page';
import { Chip, Said, Signed } from '../../ui/Words';
import { DocumentChanges } from '../changes/DocumentChanges';
import { ReadingBar } from '../inbox/ReadingBar';
import { ActMailText } from './ActMailText';
import { ActRecords } from './ActRecords';
import { contractorForms } from './contractorForms';
import { actCorrection } from './corrections';
import { DecisionDraft } from './DecisionDraft';
import { GivenWord } from './GivenWord';
import { officerForms } from './officerForms';
import { ScopeList } from './ScopeList';
import { lastChanged, Story } from './Story';
import { useOpening } from './useOpening';
import { actStateName, channelName, isOpenState, needName, stateTone, timingName, wordOf } from './words';

const route = getRouteApi('/authority-acts/$id');

/** One word of the officer, from the request to its end; both sides read the same page. */
export function ActPage() {
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const act = useQuery(actQuery(id));
  return (
    <div className="page">
      <ReadingBar reading={reading} id={id} />
      <Loaded query={act}>{(data) => <ActOf act={data} />}</Loaded>
    </div>
  );
}

function ActOf({ act }: { act: Act }) {
  const { t, language } = useLanguage();
  useTitle(act.title);
  useOpening(api.openAct, act.opened, { path: { id: act.id }, version: act.version });
  return (
    <>
      <p className="text-[0.875rem]">
        <Link to="/contracts/$id/procedures" params={{ id: act.contractId }} className="link">
          {act.contractName}
        </Link>
        <span className="ml-3">{act.contractorName}</span>
      </p>
      <h1 className="heading-1 mt-1">{act.title}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <Chip tone={act.unsent ? 'strong' : stateTone[act.state]}>{actStateName(act, t)}</Chip>
        {act.recordedBy === 'CONTRACTOR' && !act.confirmed && (
          <Chip tone="dashed">{t('受注者が記録', 'recorded by the contractor')}</Chip>
        )}
        {act.timing && (
          <Chip tone={act.timing.fact === 'BEFORE' ? 'plain' : 'strong'}>{timingName(act.timing.fact, t)}</Chip>
        )}
        <span>
          {act.number !== null && t(`事項${act.number}) `, `Item ${act.number}), `)}
          {wordOf(act.wording, act.kind, t)}
          {act.mode === 'STANDING' ? t('（包括）', ' (standing)') : t('（個別）', ' (once)')}
        </span>
      </p>
      {act.need && (
        <Notice tone="warning" title={needName(act.need, act.wording, t)}>
          <Reasons of={act.needReasons} />
          {act.targetChanges.map((change) => (
            <p key={change.recordedAt} className="pre">
              {change.text}
            </p>
          ))}
          {act.need === 'NEW_PERMISSION' && may(act.can.changeActTarget) && (
            <p className="mt-2">
              <Link
                to="/contracts/$id/procedures/new"
                params={{ id: act.contractId }}
                search={{ subject: act.subject, kind: act.kind }}
                className="button button-small"
              >
                {t(`改めて${act.wording}をお願いする`, 'Ask for it anew')}
              </Link>
            </p>
          )}
        </Notice>
      )}
      {act.unsent && may(act.can.deliverAct) && (
        <Notice tone="warning" title={t('まだ送っていません', 'Not sent yet')}>
          {t(
            '担当課室の方はこのシステムにいません。このページの下にあるメールを送り、送ったことを記録してください。',
            'Nobody of the section is in this system. Send the mail below, then record that it was sent.',
          )}
        </Notice>
      )}
      {act.delivery && (
        <p className="mt-2 text-[0.9375rem]">
          {channelName(act.delivery.channel, t)}：{formatInstant(act.delivery.actAt, language)}{' '}
          {t('に送ったと記録', 'recorded as sent')}
        </p>
      )}
      <Answering act={act} />
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        <Request act={act} />
        <div className="space-y-8">
          <GivenWord act={act} />
          <Thread act={act} />
        </div>
      </div>
      <ActRecords act={act} />
      <Story history={act.history} wording={act.wording} />
      {isOpenState(act.state) && may(act.can.recordFromOutside) && <ActMailText act={act} />}
    </>
  );
}

/** What the reader can do now, first of all on the page. */
function Answering({ act }: { act: Act }) {
  const t = useText();
  const forms = [
    ...officerForms(act, t),
    ...contractorForms(act, t),
    {
      label: t('訂正する', 'Correct'),
      can: act.can.correctAct,
      weight: 'rare' as const,
      form: actCorrection(act, t),
    },
  ];
  return (
    <div className="my-5 space-y-2">
      <DecisionDraft act={act} />
      <FormButtons forms={forms} contractId={act.contractId} />
      {isOpenState(act.state) && !forms.some(({ can, isApt = true }: Offered) => isApt && may(can)) && (
        <WhyNot can={act.can.decideAct} />
      )}
    </div>
  );
}

function Request({ act }: { act: Act }) {
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

/** 照会 and answers, in the order in which they came. */
function Thread({ act }: { act: Act }) {
  const t = useText();
  if (act.inquiries.length === 0) return null;
  return (
    <section>
      <h2 className="heading-2 mb-2">{t('照会と回答', 'Questions and answers')}</h2>
      <ol className="space-y-3">
        {act.inquiries.map((inquiry) => (
          <li key={inquiry.at} className="space-y-2">
            <div className="rounded-8 bg-blue-50 p-3">
              <p>
                <strong>{t('照会', 'Question')}</strong> <Signed by={inquiry.by} at={inquiry.at} />
              </p>
              <p className="pre">{inquiry.text}</p>
            </div>
            {inquiry.answer && (
              <div className="ml-6 rounded-8 bg-solid-gray-50 p-3">
                <p>
                  <strong>{t('回答', 'Answer')}</strong> <Signed by={inquiry.answer.by} at={inquiry.answer.at} />
                </p>
                <p className="pre">{inquiry.answer.text}</p>
                <FileLinks files={inquiry.answer.files} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
