import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Act, actQuery } from '../../api/acts';
import * as api from '../../api/generated/operations.gen';
import { formatInstant } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { may, WhyNot } from '../../ui/can';
import { FileLinks } from '../../ui/Files';
import { FormButtons, type Offered } from '../../ui/FormDialog';
import { Loaded } from '../../ui/Loaded';
import { Notice, Reasons } from '../../ui/Notice';
import { useTitle } from '../../ui/Page';
import { Chip, Signed } from '../../ui/Words';
import { ReadingBar } from '../inbox/ReadingBar';
import { ActMailText } from './ActMailText';
import { ActRecords } from './ActRecords';
import { ActRequest } from './ActRequest';
import { contractorForms } from './contractorForms';
import { actCorrection } from './corrections';
import { DecisionDraft } from './DecisionDraft';
import { GivenWord } from './GivenWord';
import { officerForms } from './officerForms';
import { Story } from './Story';
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
      <ReadingBar reading={reading} />
      <Loaded query={act}>{(data) => <ActOf act={data} />}</Loaded>
    </div>
  );
}

function ActOf({ act }: { act: Act }) {
  const { t, language } = useLanguage();
  useTitle(act.title, act.contractName);
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
        <ActRequest act={act} />
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
