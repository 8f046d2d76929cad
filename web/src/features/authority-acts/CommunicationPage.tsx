import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { proceduresQuery } from '../../api/acts';
import { type Communication, communicationQuery } from '../../api/communications';
import * as api from '../../api/generated/operations.gen';
import { addressOf } from '../../api/operation';
import { contractQuery } from '../../api/queries';
import { formatDate, formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { slashed } from '../../i18n/punctuation';
import { May, may } from '../../ui/can';
import { FileLink } from '../../ui/FileLink';
import { FileLinks } from '../../ui/Files';
import { FormButtons } from '../../ui/FormDialog';
import { Loaded } from '../../ui/Loaded';
import { Notice, Reasons } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Chip, Said, Signed } from '../../ui/Words';
import { DocumentChanges } from '../changes/DocumentChanges';
import { ReadingBar } from '../inbox/ReadingBar';
import { CommunicationMailText } from './CommunicationMailText';
import { freeKinds } from './communicationFields';
import { communicationForms } from './communicationForms';
import { CorrectionEntry } from './corrections';
import { communicationDelivery, SendByHand } from './delivery';
import { Story } from './Story';
import { useOpening } from './useOpening';
import { channelName, fromName, needName, recordName, wordOf } from './words';

const route = getRouteApi('/communications/$id');

export function CommunicationPage() {
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const communication = useQuery(communicationQuery(id));
  return (
    <Loaded query={communication}>
      {(data) => <CommunicationOf communication={data} bar={<ReadingBar reading={reading} />} />}
    </Loaded>
  );
}

function CommunicationOf({ communication, bar }: { communication: Communication; bar: ReactNode }) {
  const t = useText();
  const { id, contractId, wording, kind, sentence } = communication;
  const contract = useQuery(contractQuery(contractId)).data;
  useOpening(api.openCommunication, communication.opened, { path: { id }, version: communication.version });
  const title = communication.urgent
    ? t('事故の第一報', 'Incident: first word')
    : t(`${wording}の記録`, wordOf(wording, kind, t));
  const others = communication.thread?.filter((one) => one.id !== id) ?? [];
  return (
    <Page
      title={title}
      tab={[title, contract?.name]}
      above={
        <>
          {bar}
          <p className="text-[0.875rem]">
            <Link to="/contracts/$id/procedures" params={{ id: contractId }} className="link">
              {contract?.name ?? t('担当職員への手続', 'Procedures with the officer')}
            </Link>
            <span className="ml-3">{contract?.contractor.name}</span>
          </p>
        </>
      }
    >
      {communication.need && (
        <Notice tone="warning" title={needName(communication.need, wording, t)}>
          <Reasons of={communication.needReasons} />
        </Notice>
      )}
      <One communication={communication} />
      {communication.target?.kind === 'CONFIRMATION_DOCUMENT' && communication.target.version > 1 && (
        <DocumentChanges contractId={contractId} number={communication.target.version} />
      )}
      {sentence && (
        <blockquote lang="ja" className="pre mt-3 border-solid-gray-420 border-l-4 pl-3 text-[0.9375rem]">
          {sentence}
        </blockquote>
      )}
      {may(communication.can.deliverCommunication) && (
        <div className="mt-4">
          <Notice tone="warning" title={t('まだ担当職員に伝わっていません', 'No officer has been told yet')}>
            <p className="mb-3">
              {t(
                '担当課室の方はこのシステムにいないため、ここに記録しただけです。メール・電話などで伝え、記録してください。',
                'Nobody of the section is in this system: it is only written down here. Send or say it, then record that.',
              )}
            </p>
            <SendByHand
              mail={addressOf(api.getCommunicationMailFile, { path: { id } })}
              canSend={!contract || contract.sectionMail !== null || contract.officers.some(({ mail }) => mail)}
              form={communicationDelivery(communication, t)}
              contractId={contractId}
            />
          </Notice>
        </div>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-2">
        <May can={communication.can.recordCommunication} what={t('続きの記録', 'Noting what follows')}>
          <Replies communication={communication} />
        </May>
        <FormButtons forms={communicationForms(communication, t)} contractId={contractId} />
      </div>
      {contract?.sectionIsHere === false &&
        communication.direction === 'FROM_CONTRACTOR' &&
        may(communication.can.recordCommunication) && <CommunicationMailText communication={communication} />}
      {others.length > 0 && (
        <section className="mt-8">
          <h2 className="heading-2 mb-2">{t('一連のやりとり', 'What belongs together')}</h2>
          <ol className="space-y-4">
            {others.map((one) => (
              <li key={one.id}>
                <One communication={one} isLinked />
              </li>
            ))}
          </ol>
        </section>
      )}
      {communication.history && <Story history={communication.history} wording={wording} />}
    </Page>
  );
}

/** What follows on it: each kind that the edition knows of this subject, and that the reader may record. */
function Replies({ communication }: { communication: Communication }) {
  const t = useText();
  const { id, contractId, subject, kind } = communication;
  const procedures = useQuery(proceduresQuery(contractId)).data ?? [];
  const kinds =
    subject === 'OTHER'
      ? freeKinds
      : procedures.filter((one) => one.isCommunication && one.subject === subject && may(one.can));
  return kinds.map((one, index) => (
    <Link
      key={one.kind}
      to="/contracts/$id/communications/new"
      params={{ id: contractId }}
      search={{ subject, kind: one.kind, inReplyTo: id }}
      className={index === 0 ? 'button' : 'button button-outline'}
    >
      {one.kind === kind && kind === 'REPORT'
        ? t('続報を記録', 'Note what followed')
        : t(`${one.wording}を記録`, `Note: ${wordOf(one.wording, one.kind, t)}`)}
    </Link>
  ));
}

function One({ communication, isLinked = false }: { communication: Communication; isLinked?: boolean }) {
  const { t, language } = useLanguage();
  const { id, consultation, direction, recordedBy, status, channel, target } = communication;
  const at = formatInstant(communication.actAt, language);
  return (
    <article
      className={`space-y-2 rounded-8 border border-solid-gray-420 p-4 ${communication.urgent ? 'border-l-8 border-l-error-1' : ''}`}
    >
      <p className="flex flex-wrap items-center gap-2">
        <Chip tone={direction === 'FROM_OFFICER' ? 'ask' : 'plain'}>{fromName(direction, t)}</Chip>
        <span className="font-700">{wordOf(communication.wording, communication.kind, t)}</span>
        <time dateTime={communication.actAt}>
          {isLinked ? (
            <Link to="/communications/$id" params={{ id }} className="link">
              {at}
            </Link>
          ) : (
            at
          )}
        </time>
        <span>{channelName(channel, t)}</span>
        {communication.officerName && <span>{communication.officerName}</span>}
        {(direction === 'FROM_OFFICER' && recordedBy === 'CONTRACTOR') || status !== 'RECORDED' ? (
          <Chip tone={status === 'CONFIRMED' ? 'good' : 'dashed'}>
            {status === 'OBJECTED'
              ? t('担当職員から異議あり', 'the officer objects')
              : recordName(recordedBy, status === 'CONFIRMED', t)}
          </Chip>
        ) : null}
      </p>
      <p className="pre">{communication.text}</p>
      {consultation && (
        <dl className="grid gap-2 sm:grid-cols-2">
          <Said label={t('出席者', 'Present')}>
            {slashed([consultation.ministrySide, consultation.contractorSide], t)}
          </Said>
          <Said label={t('結果', 'Outcome')}>{consultation.outcome}</Said>
          {consultation.measure && <Said label={t('対策', 'Measure')}>{consultation.measure}</Said>}
          {consultation.by && <Said label={t('いつまで', 'Due by')}>{formatDate(consultation.by, language)}</Said>}
        </dl>
      )}
      {communication.designatedOn && (
        <Said label={t('指定された期日', 'Designated day')}>{formatDate(communication.designatedOn, language)}</Said>
      )}
      {communication.objection && <Said label={t('異議の理由', 'Objection')}>{communication.objection}</Said>}
      <FileLinks files={communication.files} />
      {target?.kind === 'CONFIRMATION_DOCUMENT' && (
        <p className="flex flex-wrap gap-x-4 font-700">
          <Link
            to="/contracts/$id/confirmation-document/$version"
            params={{ id: communication.contractId, version: String(target.version) }}
            className="link"
          >
            {t(`確認書類 第${target.version}版`, `Confirmation document, version ${target.version}`)}
          </Link>
          <FileLink
            className="link"
            href={addressOf(api.getDocumentFile, {
              path: { contractId: communication.contractId, number: target.version, extension: 'pdf' },
            })}
            isOpened
          >
            PDF
          </FileLink>
        </p>
      )}
      <p>
        <Signed by={communication.by} at={communication.recordedAt} />
      </p>
      {communication.corrections.map((one) => (
        <CorrectionEntry key={one.recordedAt} correction={one} />
      ))}
    </article>
  );
}
