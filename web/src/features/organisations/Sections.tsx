import { useState } from 'react';
import type { OrganisationPeople, SectionSettings } from '../../api/access';
import { post, remove } from '../../api/client';
import { formatDate, today } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { api } from '../../paths';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { Facts } from '../../ui/Page';
import { Part, Row } from '../account/Account';
import { reviewedKindName, useOrganisationAct } from './organisation';
import { type SectionAct, SectionActDialog } from './SectionActs';

/** The sections of an office: shared address, second pair of eyes, delegation, change of officers. */
export function Sections({ data }: { data: OrganisationPeople }) {
  const t = useText();
  const [isAdding, setAdding] = useState(false);
  return (
    <Part
      title={t('課室', 'Sections')}
      actions={
        data.can.addSection === true && (
          <button type="button" className="button button-outline button-small" onClick={() => setAdding(true)}>
            {t('課室を加える', 'Add a section')}
          </button>
        )
      }
    >
      <ul className="grid gap-4">
        {data.sections.map((section) => (
          <Section key={section.id} data={data} section={section} />
        ))}
      </ul>
      {isAdding && <NewSection data={data} onClose={() => setAdding(false)} />}
    </Part>
  );
}

function Section({ data, section }: { data: OrganisationPeople; section: SectionSettings }) {
  const { t, language } = useLanguage();
  const { organisation } = data;
  const [open, setOpen] = useState<SectionAct | null>(null);
  const end = useOrganisationAct(organisation.id, (delegation: string) =>
    remove(api.delegation(organisation.id, section.id, delegation), organisation.version),
  );
  const acts: { act: SectionAct; label: string; can: boolean }[] = [
    { act: 'mail', label: t('共有アドレスを変える', 'Change the address'), can: section.can.setMail === true },
    { act: 'rules', label: t('二人目の確認', 'Second pair of eyes'), can: section.can.setRules === true },
    { act: 'delegation', label: t('委任する', 'Delegate'), can: section.can.delegate === true },
    {
      act: 'succession',
      label: t('異動（後任への引継ぎ）', 'Hand over to a successor'),
      can: section.can.succeed === true,
    },
  ];
  const current = section.delegations.filter(({ until }) => until >= today());
  return (
    <li className="card">
      <h3 className="heading-3 mb-2">{section.name}</h3>
      <Facts
        columns={2}
        items={[
          [t('共有メールアドレス', 'Shared address'), section.mail ?? t('なし', 'none')],
          [
            t('二人目の確認が要るもの', 'Confirmed by a second person'),
            section.secondPairOfEyes.map((kind) => reviewedKindName(kind, t)).join(t('・', ', ')) || t('なし', 'none'),
          ],
        ]}
      />
      {current.length > 0 && (
        <ul>
          {current.map((delegation) => (
            <Row
              key={delegation.id}
              action={
                section.can.delegate === true && (
                  <button
                    type="button"
                    className="button button-text button-small"
                    disabled={end.isPending}
                    onClick={() => end.mutate(delegation.id)}
                  >
                    {t('委任をやめる', 'Take back')}
                  </button>
                )
              }
            >
              {t(`${delegation.toName}さんに委任`, `Delegated to ${delegation.toName}`)}
              <span className="hint block">
                {formatDate(delegation.from, language)}〜{formatDate(delegation.until, language)}
              </span>
            </Row>
          ))}
        </ul>
      )}
      <ProblemNotice error={end.error} />
      <div className="mt-3 flex flex-wrap gap-2">
        {acts
          .filter(({ can }) => can)
          .map(({ act, label }) => (
            <button key={act} type="button" className="button button-outline button-small" onClick={() => setOpen(act)}>
              {label}
            </button>
          ))}
      </div>
      {open && <SectionActDialog act={open} data={data} section={section} onClose={() => setOpen(null)} />}
    </li>
  );
}

function NewSection({ data, onClose }: { data: OrganisationPeople; onClose: () => void }) {
  const t = useText();
  const { id, version } = data.organisation;
  const [name, setName] = useState('');
  const [mail, setMail] = useState('');
  const add = useOrganisationAct(id, () => post(api.sections(id), { name, mail: mail || null }, version), onClose);
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
