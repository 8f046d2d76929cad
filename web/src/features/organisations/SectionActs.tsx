import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { OrganisationPeopleDetails, ReviewedKind, SectionDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { may } from '../../ui/can';
import { SelectField, TextField } from '../../ui/Field';
import { defaultRetentionYears, reviewedKindName, reviewedKinds } from './organisation';

export type SectionAct = 'mail' | 'rules' | 'retention' | 'delegation' | 'succession';

interface Props {
  data: OrganisationPeopleDetails;
  section: SectionDetails;
  onClose: () => void;
}

export function SectionActDialog({ act, ...props }: Props & { act: SectionAct }) {
  switch (act) {
    case 'mail':
      return <MailDialog {...props} />;
    case 'rules':
      return <RulesDialog {...props} />;
    case 'retention':
      return <RetentionDialog {...props} />;
    case 'delegation':
      return <DelegationDialog {...props} />;
    case 'succession':
      return <SuccessionDialog {...props} />;
  }
}

/** The officers of a section, who can be chosen. */
const officersOf = ({ people }: OrganisationPeopleDetails, section: SectionDetails) =>
  people.filter(({ memberships }) =>
    memberships.some(({ sectionId, on }) => sectionId === section.id && (on === null || on > today())),
  );

function PersonSelect({
  people,
  label,
  value,
  onChange,
}: {
  people: { id: string; name: string }[];
  label: string;
  value: string;
  onChange: (id: string) => void;
}) {
  const t = useText();
  return (
    <SelectField label={label} required value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('選んでください', 'Please choose')}</option>
      {people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
    </SelectField>
  );
}

function MailDialog({ data: { organisation }, section, onClose }: Props) {
  const t = useText();
  const [mail, setMail] = useState(section.mail ?? '');
  const change = useAct(
    () =>
      call(api.changeSectionMail, {
        path: { id: organisation.id, sectionId: section.id },
        body: { mail: mail.trim() || null },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog title={t('共有アドレスの変更', 'Change the shared address')} act={change} onClose={onClose}>
      <TextField
        label={t('課室の共有メールアドレス', 'Shared address of the section')}
        hint={t(
          '契約についてのメールは、担当職員とこのアドレスに届きます。',
          'Mail about contracts goes to the officers in charge and to this address.',
        )}
        type="email"
        value={mail}
        onChange={(event) => setMail(event.target.value)}
      />
    </ActDialog>
  );
}

function RulesDialog({ data: { organisation }, section, onClose }: Props) {
  const t = useText();
  const [kinds, setKinds] = useState<ReviewedKind[]>(section.secondPairOfEyes);
  const set = useAct(
    () =>
      call(api.setReviewRules, {
        path: { id: organisation.id, sectionId: section.id },
        body: { secondPairOfEyes: kinds },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog title={t('二人での確認', 'Second check')} act={set} onClose={onClose}>
      <p>
        {t(
          '選んだものは、一人が起案し、別の一人が確認したときに成立します。',
          'Decisions of the kinds chosen take effect once one person has drafted them and another has confirmed them.',
        )}
      </p>
      <fieldset className="grid gap-1 sm:grid-cols-2">
        <legend className="sr-only">{t('二人で確認するもの', 'Checked by a second person')}</legend>
        {reviewedKinds.map((kind) => (
          <label key={kind} className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-5"
              checked={kinds.includes(kind)}
              onChange={(event) =>
                setKinds(event.target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
              }
            />
            {reviewedKindName(kind, t)}
          </label>
        ))}
      </fieldset>
    </ActDialog>
  );
}

function RetentionDialog({ data: { organisation }, section, onClose }: Props) {
  const t = useText();
  const [years, setYears] = useState(section.retentionYears?.toString() ?? '');
  const set = useAct(
    () =>
      call(api.setRetention, {
        path: { id: organisation.id, sectionId: section.id },
        body: { years: years ? Number(years) : null },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog title={t('報告書の保存期間', 'How long reports are kept')} act={set} onClose={onClose}>
      <TextField
        label={t('保存期間（年）', 'Years')}
        hint={t(
          `報告書が提出された年度の終わりから数えます。1年から30年までで、空にすると既定値の${defaultRetentionYears}年になります。`,
          `Counted from the end of the fiscal year in which the report was handed in: 1 to 30; empty for the default of ${defaultRetentionYears}.`,
        )}
        type="number"
        inputMode="numeric"
        min={1}
        max={30}
        value={years}
        onChange={(event) => setYears(event.target.value)}
      />
    </ActDialog>
  );
}

function DelegationDialog({ data, section, onClose }: Props) {
  const t = useText();
  const { organisation } = data;
  const [to, setTo] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const delegate = useAct(
    () =>
      call(api.delegate, {
        path: { id: organisation.id, sectionId: section.id },
        body: { toPersonId: to, from, until },
        version: organisation.version,
      }),
    onClose,
  );
  return (
    <ActDialog
      title={t('決定を委任する', 'Delegate decisions')}
      act={delegate}
      onClose={onClose}
      confirm={t('委任する', 'Delegate')}
    >
      <p className="hint">
        {t(
          '期間中、委任した方は課室長に代わって、課室の契約について決定できます。',
          'During this time the delegate decides in place of the head of section, for all of the section’s contracts.',
        )}
      </p>
      <PersonSelect
        people={officersOf(data, section)}
        label={t('委任する相手', 'Delegate to')}
        value={to}
        onChange={setTo}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t('この日から', 'From')}
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={t('この日まで', 'Valid until')}
          type="date"
          required
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
    </ActDialog>
  );
}

/** 異動: what is open passes to the successor; what was decided stays with who decided it. */
function SuccessionDialog({ data, section, onClose }: Props) {
  const t = useText();
  const [fromPersonId, setFromPerson] = useState('');
  const [toPersonId, setToPerson] = useState('');
  const [on, setOn] = useState(today);
  const [endMembership, setEndMembership] = useState(true);
  const people = officersOf(data, section);
  const canEnd = people
    .filter(({ id }) => id === fromPersonId)
    .some(({ memberships }) =>
      memberships.filter(({ sectionId }) => sectionId === section.id).every(({ can }) => may(can.endMembership)),
    );
  const succeed = useAct(
    () =>
      call(api.succeedOfficer, {
        path: { sectionId: section.id },
        body: { fromPersonId, toPersonId, on, endMembership: canEnd && endMembership },
      }),
    onClose,
  );
  return (
    <ActDialog
      title={t('後任への引継ぎ（異動）', 'Hand over to a successor')}
      act={succeed}
      onClose={onClose}
      confirm={t('引き継ぐ', 'Hand over')}
    >
      <p>
        {t(
          '指定した日から、前任の担当する契約と回答待ちの依頼を、後任が引き継ぎます。前任へのメールは止まります。これまでの記録は、前任の氏名・課室・日付のまま残ります。',
          'From the day below, the successor takes over the predecessor’s contracts and open requests, and mail to the predecessor stops. Everything done so far stays under the predecessor’s name, section and date.',
        )}
      </p>
      <PersonSelect people={people} label={t('前任', 'Predecessor')} value={fromPersonId} onChange={setFromPerson} />
      <PersonSelect
        people={people.filter(({ id }) => id !== fromPersonId)}
        label={t('後任', 'Successor')}
        value={toPersonId}
        onChange={setToPerson}
      />
      <TextField
        label={t('この日から', 'From')}
        type="date"
        required
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      {canEnd && (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-5"
            checked={endMembership}
            onChange={(event) => setEndMembership(event.target.checked)}
          />
          {t('前任の、この課室での役割も解除する', 'Also end the predecessor’s role in this section')}
        </label>
      )}
    </ActDialog>
  );
}
