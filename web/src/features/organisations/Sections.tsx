import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { Can, OrganisationPeopleDetails, SectionDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { counted } from '../../i18n/punctuation';
import { ActDialog } from '../../ui/ActDialog';
import { ClosedActs, May, may } from '../../ui/can';
import { TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { Panel, Row } from '../../ui/Panel';
import { Term } from '../../ui/Term';
import { rhythmNames } from '../account/rhythm';
import { defaultRetentionYears, reviewedKindName } from './organisation';
import { type SectionAct, SectionActDialog } from './SectionActs';

/** The sections of an office: shared address, second pair of eyes, delegation, change of officers. */
export function Sections({ data }: { data: OrganisationPeopleDetails }) {
  const t = useText();
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      title={t('課室', 'Sections')}
      actions={
        <May can={data.can.addSection} what={t('課室を加える', 'Add a section')}>
          <button type="button" className="button button-outline button-small" onClick={() => setAdding(true)}>
            {t('課室を加える', 'Add a section')}
          </button>
        </May>
      }
    >
      <ul className="grid gap-4">
        {data.sections.map((section) => (
          <Section key={section.id} data={data} section={section} />
        ))}
      </ul>
      {isAdding && <NewSection data={data} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Section({ data, section }: { data: OrganisationPeopleDetails; section: SectionDetails }) {
  const t = useText();
  const { organisation } = data;
  const [open, setOpen] = useState<SectionAct | null>(null);
  const end = useAct((delegation: string) =>
    call(api.endDelegation, {
      path: { id: organisation.id, sectionId: section.id, delegationId: delegation },
      version: organisation.version,
    }),
  );
  const acts: { act: SectionAct; label: string; can: Can }[] = [
    {
      act: 'succession',
      label: t('後任に引き継ぐ（異動）', 'Hand over to a successor'),
      can: section.can.succeedOfficer,
    },
    { act: 'delegation', label: t('決定を委任する', 'Delegate decisions'), can: section.can.delegate },
    {
      act: 'mail',
      label: t('共有アドレスを変更', 'Change the shared address'),
      can: section.can.changeSectionMail,
    },
    { act: 'rules', label: t('二人での確認を設定', 'Set the second check'), can: section.can.setReviewRules },
    {
      act: 'retention',
      label: t('保存期間を設定', 'Set how long reports are kept'),
      can: section.can.setRetention,
    },
    {
      act: 'reminders',
      label: t('お知らせメールの頻度を設定', 'Set how often people are reminded'),
      can: section.can.setSectionReminders,
    },
  ];
  const current = section.delegations.filter(({ until }) => until >= today());
  return (
    <li className="card">
      <h3 className="heading-3 mb-1">{section.name}</h3>
      <p>
        {t('共有アドレス：', 'Shared address: ')}
        {section.mail ?? t('なし', 'none')}
      </p>
      <p>
        {t('二人で確認するもの：', 'Checked by a second person: ')}
        {section.secondPairOfEyes.map((kind) => reviewedKindName(kind, t)).join(t('・', ', ')) || t('なし', 'none')}
      </p>
      <p>
        {t('報告書の保存期間：', 'Reports are kept: ')}
        {section.retentionYears
          ? t(
              `年度の終わりから${section.retentionYears}年`,
              `${counted(section.retentionYears, 'year')} after the fiscal year`,
            )
          : t(
              `年度の終わりから${defaultRetentionYears}年（既定値）`,
              `${counted(defaultRetentionYears, 'year')} after the fiscal year (default)`,
            )}
      </p>
      <p>
        {t('お知らせメール：', 'Reminders: ')}
        {section.reminderRhythm
          ? rhythmNames(t)[section.reminderRhythm]
          : t('週に1通（既定値）', 'once a week (default)')}
      </p>
      {current.length > 0 && (
        <ul>
          {current.map((delegation) => (
            <Row
              key={delegation.id}
              action={
                may(section.can.delegate) && (
                  <button
                    type="button"
                    className="button button-text button-small"
                    disabled={end.isPending}
                    onClick={() => end.mutate(delegation.id)}
                  >
                    {t('委任を解除', 'End the delegation')}
                  </button>
                )
              }
            >
              {t(`${delegation.toName}さんに決定を委任`, `Decisions delegated to ${delegation.toName}`)}
              <span className="hint block">
                <Term from={delegation.from} to={delegation.until} />
              </span>
            </Row>
          ))}
        </ul>
      )}
      <ProblemNotice error={end.error} />
      <div className="mt-3 flex flex-wrap gap-2 empty:hidden">
        {acts
          .filter(({ can }) => may(can))
          .map(({ act, label }) => (
            <button key={act} type="button" className="button button-outline button-small" onClick={() => setOpen(act)}>
              {label}
            </button>
          ))}
        <ClosedActs acts={acts} />
      </div>
      {open && <SectionActDialog act={open} data={data} section={section} onClose={() => setOpen(null)} />}
    </li>
  );
}

function NewSection({ data, onClose }: { data: OrganisationPeopleDetails; onClose: () => void }) {
  const t = useText();
  const { id, version } = data.organisation;
  const [name, setName] = useState('');
  const [mail, setMail] = useState('');
  const add = useAct(
    () => call(api.addSection, { path: { id }, body: { name, mail: mail || null }, version }),
    onClose,
  );
  return (
    <ActDialog title={t('課室を加える', 'Add a section')} act={add} onClose={onClose} confirm={t('加える', 'Add')}>
      <TextField
        label={t('課室の名称', 'Name')}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('共有メールアドレス（任意）', 'Shared address (optional)')}
        type="email"
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
    </ActDialog>
  );
}
