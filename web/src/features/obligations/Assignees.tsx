import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { put } from '../../api/client';
import { noteWrite } from '../../api/queries';
import type { Obligation } from '../../api/types';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { api } from '../../paths';
import { ActDialog } from '../../ui/ActDialog';
import { Loaded } from '../../ui/Loaded';
import { organisationQuery } from '../organisations/organisation';
import { useSession } from '../session/session';

/** Who of the staff looks after the item: they see and record it, and nothing else of the contract. */
export function Assignees({ obligation }: { obligation: Obligation }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { assignees } = obligation;
  const canAssign = obligation.can.assign === true;
  if (!canAssign && assignees.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-2 font-400 text-[0.8125rem]">
      <span className="text-solid-gray-700">
        {t('担当：', 'Looked after by ')}
        {assignees.map(({ name }) => name).join(t('、', ', ')) || t('なし', 'nobody')}
      </span>
      {canAssign && (
        <button
          type="button"
          className="link cursor-pointer"
          aria-label={t(`${obligation.number})の担当を決める`, `Assign ${obligation.number})`)}
          onClick={() => setOpen(true)}
        >
          {t('決める', 'Assign')}
        </button>
      )}
      {isOpen && <AssignDialog obligation={obligation} onClose={() => setOpen(false)} />}
    </div>
  );
}

function AssignDialog({ obligation, onClose }: { obligation: Obligation; onClose: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const { acting } = useSession();
  const { contractId, number, version } = obligation;
  const people = useQuery(organisationQuery(acting.organisationId));
  const [chosen, setChosen] = useState(() => obligation.assignees.map(({ id }) => id));
  const assign = useMutation({
    mutationFn: () => put(api.assignees(contractId, number), { personIds: chosen }, version),
    onSuccess: async (written) => {
      noteWrite(written);
      await queryClient.invalidateQueries({ queryKey: ['contract', contractId] });
      onClose();
    },
  });
  return (
    <ActDialog title={t(`${number})の担当`, `Who looks after ${number})`)} act={assign} onClose={onClose}>
      <Loaded query={people}>
        {(data) => {
          const staff = data.people.filter(({ memberships }) =>
            memberships.some(({ role, on }) => role === 'CONTRACTOR_STAFF' && (on === null || on > today())),
          );
          return staff.length === 0 ? (
            <p>
              {t(
                '「受注者の担当者」の役割を持つ人がいません。組織と利用者の画面で招待してください。',
                'Nobody has the role of contractor staff yet. Please invite them under Organisation and people.',
              )}
            </p>
          ) : (
            <fieldset className="grid gap-2">
              <legend className="mb-1 text-[0.9375rem]">
                {t('選んだ人だけが、この事項を見て記録できます。', 'Those chosen see and record this item.')}
              </legend>
              {staff.map((person) => (
                <label key={person.id} className="flex items-center gap-2">
                  <input
                    type="checkbox"
                    className="size-5"
                    checked={chosen.includes(person.id)}
                    onChange={(event) =>
                      setChosen(
                        event.target.checked ? [...chosen, person.id] : chosen.filter((one) => one !== person.id),
                      )
                    }
                  />
                  {person.name}
                </label>
              ))}
            </fieldset>
          );
        }}
      </Loaded>
    </ActDialog>
  );
}
