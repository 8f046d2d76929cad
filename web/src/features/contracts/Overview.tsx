import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import * as api from '../../api/generated/operations.gen';
import type { Can, ContractDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { contractQuery } from '../../api/queries';
import { useSession } from '../../api/session';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { ClosedActs, May, may } from '../../ui/can';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Facts, useTitle } from '../../ui/Page';
import { SheetLinks } from '../../ui/SheetLinks';
import { CountsBar } from '../../ui/Status';
import { Term } from '../../ui/Term';
import { ReadingBar } from '../inbox/ReadingBar';
import { Periods } from '../reports/Periods';
import { ContractActDialog } from './ContractActDialog';
import type { ContractAct } from './contractActs';
import { MailSubject } from './MailSubject';
import { Officers } from './Officers';
import { ReportingAgreement } from './ReportingAgreement';
import { Subcontractors } from './Subcontractors';

const route = getRouteApi('/contracts/$id/');

export function Overview() {
  const { id } = route.useParams();
  const { reading } = route.useSearch();
  const contract = useQuery(contractQuery(id));
  return (
    <div className="page">
      <ReadingBar reading={reading} />
      <Loaded query={contract}>{(data) => <OverviewOf contract={data} />}</Loaded>
    </div>
  );
}

function OverviewOf({ contract }: { contract: ContractDetails }) {
  const { t, language } = useLanguage();
  useTitle(t('契約の概要', 'Contract'), contract.name);
  const { contractor } = contract;
  const { can } = useSession();
  const none = t('なし', 'none');
  return (
    <>
      <h1 className="heading-1 mb-4">{t('契約の概要', 'Contract')}</h1>
      <Facts
        items={[
          [
            t('契約締結日', 'Signed on'),
            contract.signedOn ? formatDate(contract.signedOn, language) : t('まだ（契約準備中）', 'not yet'),
          ],
          [t('契約期間', 'Term'), <Term key="term" from={contract.startsOn} to={contract.endsOn} />],
          [t('受注者', 'Contractor'), contractor.name],
          [
            t('代表者', 'Representative'),
            [contractor.representativeTitle, contractor.representativeName].filter(Boolean).join(' '),
          ],
          [t('住所', 'Address'), contractor.address],
          [t('担当課室', 'Section'), [contract.officeName, contract.sectionName].filter(Boolean).join(' ') || none],
          [t('宛先', 'Addressee'), contract.addressee],
          [
            t('別記の版', 'Edition'),
            <Link key="edition" to="/editions/$code" params={{ code: contract.editionCode }} className="link">
              {contract.editionCode}
              {t(`（改訂 ${contract.editionRevision}）`, ` (rev. ${contract.editionRevision})`)}
            </Link>,
          ],
        ]}
      />
      <Norms contract={contract} />
      {contract.stage === 'TERMINATED' && contract.terminatedOn && (
        <Notice
          title={t(
            `${formatDate(contract.terminatedOn, language)}に契約解除`,
            `Terminated on ${formatDate(contract.terminatedOn, language)}`,
          )}
        >
          {contract.terminationReason}
        </Notice>
      )}
      <Acts contract={contract} />
      <section className="mt-10">
        <h2 className="heading-2 mb-2">{t('遵守事項', 'Obligations')}</h2>
        <Standing contract={contract} />
      </section>
      {can.readReports && (
        <section className="mt-10">
          <h2 className="heading-2 mb-2">{t('報告の時期', 'Reporting periods')}</h2>
          <Periods contractId={contract.id} />
          <ReportingAgreement contract={contract} />
        </section>
      )}
      <Officers contract={contract} />
      {can.printHandover && (
        <SheetLinks
          of={t('引継書', 'Handover note')}
          file={(extension) => addressOf(api.getContractHandover, { path: { contractId: contract.id, extension } })}
          hint={t(
            '対応を待つもの、包括の許可等、条件、事故、次の期日が入ります。',
            'What waits, standing words, conditions, incidents and the days to come.',
          )}
        />
      )}
      <MailSubject contract={contract} />
      {can.readParts && <Subcontractors contract={contract} firms={contract.subcontractors} />}
    </>
  );
}

/** 2): the annex names one norm, the one in force at signing is to be kept. Both are facts; the form is not rewritten. */
function Norms({ contract }: { contract: ContractDetails }) {
  const t = useText();
  const { namedNorm, effectiveNorm, normsAsked } = contract;
  if (normsAsked)
    return (
      <Notice tone="warning" title={t('規程等の版を確かめてください', 'Please confirm which norms hold')}>
        {t(
          `別記の版が変わりました。記録は変更前の「${effectiveNorm ?? namedNorm}」のままです。変更後の別記に書かれた版と有効な版を、下の「規程等の版」で記録してください。`,
          `The annex was changed; what is recorded is still "${effectiveNorm ?? namedNorm}". Record what the new annex names and what is in force, under "Norms" below.`,
        )}
      </Notice>
    );
  if (effectiveNorm && effectiveNorm !== namedNorm)
    return (
      <Notice
        tone="warning"
        title={t('名指しの規程等と、守るべき版が違います', 'The norm named is not the version in force')}
      >
        {t(
          `別記には「${namedNorm}」とありますが、契約締結時の版は「${effectiveNorm}」です。2)により改正後の規程等を守ります。別紙の文言は変えません。`,
          `The annex names "${namedNorm}"; at signing "${effectiveNorm}" was in force and is to be kept under 2). The form's words stay as they are.`,
        )}
      </Notice>
    );
  return (
    <p className="mt-3 text-[0.9375rem]">
      {t('守る規程等：', 'Norm: ')}
      <strong className="font-700">{namedNorm}</strong>
      {!effectiveNorm && (
        <span className="hint ml-2">
          {t('（契約締結時の版は未確認）', '(the version at signing has not been checked)')}
        </span>
      )}
    </p>
  );
}

function Acts({ contract }: { contract: ContractDetails }) {
  const t = useText();
  const [open, setOpen] = useState<ContractAct | null>(null);
  const { can } = contract;
  const signing = { act: 'signing' as const, label: t('契約締結を記録', 'Record signing'), can: can.signContract };
  const acts: { act: ContractAct; label: string; can: Can }[] = [
    ...(contract.signedOn ? [] : [signing]),
    { act: 'amendment', label: t('変更契約', 'Amendment'), can: can.amendContract },
    { act: 'addressee', label: t('宛先を変更', 'Change addressee'), can: can.correctContract },
    { act: 'norms', label: t('規程等の版', 'Norms'), can: can.correctContract },
    { act: 'correction', label: t('訂正', 'Correction'), can: can.correctContract },
    { act: 'termination', label: t('契約解除', 'Termination'), can: can.terminateContract },
  ];
  return (
    <>
      <div className="mt-6 flex flex-wrap gap-2 empty:hidden">
        {acts
          .filter((one) => may(one.can))
          .map(({ act, label }) => (
            <button key={act} type="button" className="button button-outline button-small" onClick={() => setOpen(act)}>
              {label}
            </button>
          ))}
        <ClosedActs acts={acts} />
      </div>
      {open && <ContractActDialog act={open} contract={contract} onClose={() => setOpen(null)} />}
    </>
  );
}

function Standing({ contract }: { contract: ContractDetails }) {
  const t = useText();
  const { id } = contract;
  const { can } = useSession();
  return (
    <div className="flex flex-wrap items-center gap-6">
      <CountsBar counts={contract.counts} />
      <Link
        to="/contracts/$id/obligations"
        params={{ id }}
        className={can.setStatus ? 'button' : 'button button-outline'}
      >
        {can.setStatus ? t('実施状況を記録する', 'Record the status') : t('実施状況を見る', 'See the status')}
      </Link>
      <May can={contract.can.answerQuestions} what={t('六つの質問', 'Six questions')}>
        <Link to="/contracts/$id/questions" params={{ id }} className="link">
          {contract.answers
            ? t('六つの質問を見直す', 'Review the six questions')
            : t('六つの質問に答える', 'Six questions')}
        </Link>
      </May>
    </div>
  );
}
