import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContractDetails, PartSummary, SubcontractorDetails } from '../../api/generated/types.gen';
import { useSession } from '../../api/session';
import { formatDate } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { May, may } from '../../ui/can';
import { InviteDialog } from '../organisations/InviteDialog';
import { InvitationSent, LinkDialog, type Mailed } from '../organisations/MailedLink';
import { contractPartsQuery, kindName } from '../parts/part';
import { ReleaseDialog, SubcontractorDialog } from './SubcontractorActs';

/** 2)〜9)、11): runs of numbers as people write them. */
function itemRuns(numbers: number[], to: string, and: string): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first})` : `${first})${to}${last})`)).join(and);
}

type Open = { act: 'engage' } | { act: 'change' | 'release' | 'invite'; firm: SubcontractorDetails };

/** 再委託先 (外注 and 請負 included) and the members of a consortium, with what each has recorded of its part. */
export function Subcontractors({ contract, firms }: { contract: ContractDetails; firms: SubcontractorDetails[] }) {
  const { t } = useLanguage();
  const { can } = useSession();
  const parts = useQuery({ ...contractPartsQuery(contract.id), enabled: can.readParts === true });
  const [open, setOpen] = useState<Open | null>(null);
  const [sent, setSent] = useState<Mailed | null>(null);
  const close = () => setOpen(null);
  return (
    <section id="subcontractors" className="mt-10">
      <h2 className="heading-2 mb-2">{t('再委託先・共同事業体', 'Subcontractors and consortium')}</h2>
      {firms.length === 0 ? (
        <p>
          {t(
            '登録はありません。外注・請負も再委託に含まれます。',
            'None registered. Outsourced and contracted work counts as subcontracting too.',
          )}
        </p>
      ) : (
        <ul className="border-solid-gray-300 border-t">
          {firms.map((firm) => (
            <Firm key={firm.id} firm={firm} part={parts.data?.find(({ id }) => id === firm.partId)} onOpen={setOpen} />
          ))}
        </ul>
      )}
      <InvitationSent sent={sent} />
      <May can={contract.can.engageSubcontractor} what={t('再委託先・構成員の登録', 'Adding a firm')}>
        <button
          type="button"
          className="button button-outline button-small mt-4"
          onClick={() => setOpen({ act: 'engage' })}
        >
          {t('再委託先・構成員を登録', 'Add a firm')}
        </button>
      </May>
      {open?.act === 'engage' && <SubcontractorDialog contract={contract} onClose={close} />}
      {open?.act === 'change' && <SubcontractorDialog contract={contract} firm={open.firm} onClose={close} />}
      {open?.act === 'invite' && open.firm.organisationId && (
        <InviteDialog
          organisationId={open.firm.organisationId}
          role={{ role: 'SUBCONTRACTOR_OFFICER', sectionId: null }}
          hint={t(
            `${open.firm.name}の最初の責任者を招待します。その後は、この会社の責任者が自社の利用者を招待します。`,
            `Invites the first officer of ${open.firm.name}, who then invites others of the firm.`,
          )}
          onSent={(done) => {
            setSent(done);
            close();
          }}
          onClose={close}
        />
      )}
      {sent?.link && <LinkDialog sent={sent} onClose={() => setSent(null)} />}
      {open?.act === 'release' && <ReleaseDialog contract={contract} firm={open.firm} onClose={close} />}
    </section>
  );
}

function Firm({
  firm,
  part,
  onOpen,
}: {
  firm: SubcontractorDetails;
  part: PartSummary | undefined;
  onOpen: (open: Open) => void;
}) {
  const { t, language } = useLanguage();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-solid-gray-300 border-b py-3">
      <div className="min-w-0 flex-1 basis-72">
        <span className="font-700">{firm.name}</span>{' '}
        <span className="chip border-solid-gray-420">{kindName(firm.kind, t)}</span>
        <span className="hint block">
          {firm.numbers.length > 0 &&
            t(`事項 ${itemRuns(firm.numbers, '〜', '、')}／`, `Items ${itemRuns(firm.numbers, ' to ', ', ')}; `)}
          {firm.endedOn
            ? t(`${formatDate(firm.endedOn, language)}に終了`, `ended on ${formatDate(firm.endedOn, language)}`)
            : t(`${formatDate(firm.from, language)}から`, `since ${formatDate(firm.from, language)}`)}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {firm.partId && part && (
          <Link to="/parts/$id" params={{ id: firm.partId }} className="link text-[0.9375rem]">
            {t(`記録 ${part.recorded}／${part.total}`, `Recorded ${part.recorded} of ${part.total}`)}
          </Link>
        )}
        <May can={part?.can.invite} what={t('責任者の招待', 'Inviting its officer')}>
          <button
            type="button"
            className="button button-text button-small"
            aria-label={t(`${firm.name}の責任者を招待`, `Invite its officer: ${firm.name}`)}
            onClick={() => onOpen({ act: 'invite', firm })}
          >
            {t('責任者を招待', 'Invite its officer')}
          </button>
        </May>
        <May can={firm.can.changeSubcontractor} what={t('登録の変更', 'Changing the firm')}>
          <button
            type="button"
            className="button button-text button-small"
            aria-label={t(`${firm.name}の登録を変更`, `Change ${firm.name}`)}
            onClick={() => onOpen({ act: 'change', firm })}
          >
            {t('変更', 'Change')}
          </button>
        </May>
        {may(firm.can.releaseSubcontractor) && (
          <button
            type="button"
            className="button button-text button-small"
            aria-label={t(`${firm.name}の参加を終了`, `End ${firm.name}`)}
            onClick={() => onOpen({ act: 'release', firm })}
          >
            {t('終了', 'End')}
          </button>
        )}
      </div>
    </li>
  );
}
