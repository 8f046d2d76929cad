import { useState } from 'react';
import type { OrganisationPeople, Person, PersonMembership } from '../../api/access';
import { formatDate, today } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { Part } from '../account/Account';
import { roleName, useSession } from '../session/session';
import { EndMembership } from './EndMembership';
import { Erasure } from './Erasure';
import { NewMembership } from './NewMembership';

type Open = { act: 'end'; person: Person; membership: PersonMembership } | { act: 'grant' | 'erase'; person: Person };

/** The people of the organisation with their roles; those who left come last. */
export function People({ data }: { data: OrganisationPeople }) {
  const t = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const isHere = (person: Person) => person.memberships.some((membership) => !isOver(membership));
  const people = [...data.people].sort((a, b) => Number(isHere(b)) - Number(isHere(a)));
  return (
    <Part
      title={t('利用者', 'People')}
      hint={t('組織の外の人には、この一覧は見えません。', 'Nobody outside the organisation sees this list.')}
    >
      <table className="table-plain block lg:table">
        <thead className="hidden lg:table-header-group">
          <tr>
            <th scope="col">{t('氏名', 'Name')}</th>
            <th scope="col">{t('役割', 'Roles')}</th>
            {data.can.manage === true && (
              <th scope="col">
                <span className="sr-only">{t('操作', 'Actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="block lg:table-row-group">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} canManage={data.can.manage === true} onOpen={setOpen} />
          ))}
        </tbody>
      </table>
      {open?.act === 'grant' && <NewMembership data={data} person={open.person} onClose={close} />}
      {open?.act === 'end' && (
        <EndMembership
          organisationId={data.organisation.id}
          person={open.person}
          membership={open.membership}
          onClose={close}
        />
      )}
      {open?.act === 'erase' && <Erasure organisationId={data.organisation.id} person={open.person} onClose={close} />}
    </Part>
  );
}

const isOver = ({ on }: PersonMembership) => on !== null && on <= today();

function PersonRow({
  person,
  canManage,
  onOpen,
}: {
  person: Person;
  canManage: boolean;
  onOpen: (open: Open) => void;
}) {
  const { t, language } = useLanguage();
  const { person: me, can } = useSession();
  const cell = 'block border-0 lg:table-cell lg:border-b';
  return (
    <tr className="block border-solid-gray-300 border-b py-2 lg:table-row">
      <th scope="row" className={`${cell} text-left`}>
        <span className="font-700">{person.name}</span>
        {person.id === me.id && <span className="chip ml-2 border-solid-gray-420 font-400">{t('あなた', 'you')}</span>}
        <span className="hint block font-400">{person.mail}</span>
      </th>
      <td className={cell}>
        <ul className="grid gap-1">
          {person.memberships.map((membership) => (
            <li key={membership.id} className="flex flex-wrap items-center gap-x-3">
              <span className={isOver(membership) ? 'text-solid-gray-600' : ''}>
                {roleName(membership.role, t)}
                {membership.sectionName && `（${membership.sectionName}）`}
              </span>
              {membership.from > today() && (
                <span className="hint">
                  {t(`${formatDate(membership.from, language)}から`, `from ${formatDate(membership.from, language)}`)}
                </span>
              )}
              {membership.on && (
                <span className="hint">
                  {t(`${formatDate(membership.on, language)}に終了`, `ends on ${formatDate(membership.on, language)}`)}
                </span>
              )}
              {canManage && !membership.on && (
                <button
                  type="button"
                  className="button button-text button-small"
                  aria-label={t(
                    `${person.name}の${roleName(membership.role, t)}を終える`,
                    `End ${roleName(membership.role, t)} of ${person.name}`,
                  )}
                  onClick={() => onOpen({ act: 'end', person, membership })}
                >
                  {t('終える', 'End')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </td>
      {canManage && (
        <td className={`${cell} lg:text-right`}>
          <button
            type="button"
            className="button button-outline button-small"
            aria-label={t(`${person.name}に役割を加える`, `Add a role for ${person.name}`)}
            onClick={() => onOpen({ act: 'grant', person })}
          >
            {t('役割を加える', 'Add a role')}
          </button>
          {can.erasePerson && (
            <button
              type="button"
              className="button button-text button-small ml-2"
              aria-label={t(`${person.name}の個人情報を消去`, `Erase the data of ${person.name}`)}
              onClick={() => onOpen({ act: 'erase', person })}
            >
              {t('個人情報を消去', 'Erase')}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
