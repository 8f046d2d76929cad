import { useState } from 'react';
import { call } from '../../api/client';
import type { ConfirmationDocument, PersonFields } from '../../api/documents';
import * as api from '../../api/generated/operations.gen';
import type { DocumentContentDetails, OrganizationRole, RosterPersonDetails } from '../../api/generated/types.gen';
import { useAct } from '../../api/useAct';
import { useText } from '../../i18n/language';
import { ActDialog } from '../../ui/ActDialog';
import { TextField } from '../../ui/Field';
import { ProblemNotice } from '../../ui/Notice';
import { personFieldName } from '../changes/personFields';
import { PeopleTable } from './PeopleTable';
import { personFields, personRoleName, personRoles } from './words';

/** 体制の者: managers, workers and those of subcontractors, with only the fields that this reader may see. */
export function People({
  contractId,
  document,
  draft,
  isEdited,
}: {
  contractId: string;
  document: ConfirmationDocument;
  draft: DocumentContentDetails;
  isEdited: boolean;
}) {
  const t = useText();
  const [open, setOpen] = useState<RosterPersonDetails | 'new' | null>(null);
  return (
    <div id="people" className="mt-8">
      <h3 className="heading-3">{t(`体制の者 ${draft.people.length}名`, `People: ${draft.people.length}`)}</h3>
      <PeopleTable
        people={draft.people}
        seen={document.personalFields}
        onOpen={isEdited ? (person) => setOpen(person) : undefined}
      />
      {isEdited && (
        <button type="button" className="button button-outline button-small mt-3" onClick={() => setOpen('new')}>
          {t('人を加える', 'Add a person')}
        </button>
      )}
      {open && (
        <PersonDialog
          contractId={contractId}
          version={document.version}
          person={open === 'new' ? null : open}
          seen={document.personalFields}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** What stands in place of the 国籍 of who is named on a paper that goes with the document; it is printed as it is. */
const ON_PAPER = '添える書類のとおり';

/** What takes a whole line of the form. */
const isLong = new Set<keyof PersonFields>(['expertise', 'achievements', 'address']);

function PersonDialog({
  contractId,
  version,
  person,
  seen,
  onClose,
}: {
  contractId: string;
  version: number;
  person: RosterPersonDetails | null;
  seen: ConfirmationDocument['personalFields'];
  onClose: () => void;
}) {
  const t = useText();
  const [roles, setRoles] = useState<OrganizationRole[]>(person?.roles ?? ['WORKER']);
  const [values, setValues] = useState<Record<string, string>>(
    Object.fromEntries(personFields.map((field) => [field, person?.[field] ?? ''])),
  );
  const isOnPaper = values.nationality === ON_PAPER;
  const save = useAct(() => {
    const body = {
      roles,
      ...Object.fromEntries(personFields.map((field) => [field, values[field]?.trim() || null])),
    };
    return person
      ? call(api.changeDocumentPerson, { path: { contractId, personId: person.id }, body, version })
      : call(api.addDocumentPeople, { path: { contractId }, body: { people: [body] }, version });
  }, onClose);
  const leave = useAct(
    () => call(api.removeDocumentPerson, { path: { contractId, personId: person?.id ?? '' }, version }),
    onClose,
  );
  return (
    <ActDialog
      title={person ? t('体制の者を直す', 'Change a person') : t('体制に加える', 'Add a person')}
      act={save}
      confirm={t('下書きに入れる', 'Put into the draft')}
      onClose={onClose}
    >
      <fieldset>
        <legend className="mb-1 font-700 text-[0.9375rem]">{t('役割', 'Roles')}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {personRoles.map((role) => (
            <label key={role} className="flex min-h-9 items-center gap-2">
              <input
                type="checkbox"
                className="size-5 accent-key-900"
                checked={roles.includes(role)}
                onChange={(event) =>
                  setRoles(event.target.checked ? [...roles, role] : roles.filter((one) => one !== role))
                }
              />
              {personRoleName(role, t)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        {personFields
          .filter((field) => seen[field] !== false)
          .map((field) => (
            <div key={field} className={isLong.has(field) ? 'sm:col-span-2' : ''}>
              <TextField
                label={personFieldName(field, t)}
                type={field === 'birthDate' ? 'date' : 'text'}
                required={field === 'name' || field === 'nationality'}
                readOnly={field === 'nationality' && isOnPaper}
                value={values[field] ?? ''}
                onChange={(event) => setValues({ ...values, [field]: event.target.value })}
              />
              {field === 'nationality' && (
                <label className="mt-1 flex items-center gap-2 text-[0.9375rem]">
                  <input
                    type="checkbox"
                    className="size-5"
                    checked={isOnPaper}
                    onChange={(event) => setValues({ ...values, nationality: event.target.checked ? ON_PAPER : '' })}
                  />
                  {t('添える書類に記載する', 'A paper beside the document says it')}
                </label>
              )}
            </div>
          ))}
      </div>
      <p className="hint">
        {t(
          '国籍は、従事者の限定を定める事項（4)など）が全ての従事者について求める項目です。住所・生年月日は、別に求められたときだけ入力してください。必要のない人には表示されません。',
          'Nationality is among what the item on staff (4) asks for of everyone. Address and birth date only where asked for; who has no need of them does not see them.',
        )}
      </p>
      {person && (
        <button
          type="button"
          className="button button-text justify-self-start"
          disabled={leave.isPending}
          onClick={() => leave.mutate()}
        >
          {t('体制から外す', 'Take out of the draft')}
        </button>
      )}
      <ProblemNotice error={leave.error} />
    </ActDialog>
  );
}
