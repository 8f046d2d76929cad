import { useState } from 'react';
import { call } from '../../api/client';
import * as api from '../../api/generated/operations.gen';
import type { OrganisationPeopleDetails, PersonDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { chosenRole, firstRole, RoleFields } from './RoleFields';

/** Gives somebody who is here already one more role. */
export function NewMembership({
  data,
  person,
  onClose,
}: {
  data: OrganisationPeopleDetails;
  person: PersonDetails;
  onClose: () => void;
}) {
  const t = useText();
  const [role, setRole] = useState(() => firstRole(data));
  const [from, setFrom] = useState(today);
  const grant = useAct(
    () =>
      call(api.grantMembership, {
        path: { id: data.organisation.id, personId: person.id },
        body: { ...chosenRole(role), from },
        version: person.version,
      }),
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
