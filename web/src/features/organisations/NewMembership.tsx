import { useState } from 'react';
import type { OrganisationPeople, Person } from '../../api/access';
import { post } from '../../api/client';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { api } from '../../paths';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { useOrganisationAct } from './organisation';
import { firstRole, RoleFields } from './RoleFields';

/** Gives somebody who is here already one more role. */
export function NewMembership({
  data,
  person,
  onClose,
}: {
  data: OrganisationPeople;
  person: Person;
  onClose: () => void;
}) {
  const t = useText();
  const [role, setRole] = useState(() => firstRole(data));
  const [from, setFrom] = useState(today);
  const grant = useOrganisationAct(
    data.organisation.id,
    () => post(api.memberships(data.organisation.id, person.id), { ...role, from }, person.version),
    onClose,
  );
  return (
    <ActDialog
      title={t(`${person.name}さんに役割を加える`, `Give ${person.name} a role`)}
      act={grant}
      onClose={onClose}
      confirm={t('加える', 'Add')}
    >
      <RoleFields data={data} value={role} onChange={setRole} />
      <TextField
        label={t('この日から', 'From')}
        type="date"
        required
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
    </ActDialog>
  );
}
