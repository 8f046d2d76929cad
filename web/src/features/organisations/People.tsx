import { useState } from 'react';
import type { OrganisationPeopleDetails, PersonDetails, PersonMembership } from '../../api/generated/types.gen';
import { roleName, useSession } from '../../api/session';
import { formatDate, today } from '../../i18n/dates';
import { useLanguage, useText } from '../../i18n/language';
import { inBrackets } from '../../i18n/punctuation';
import { May, may } from '../../ui/can';
import { Panel } from '../../ui/Panel';
import { EndMembership } from './EndMembership';
import { Erasure } from './Erasure';
import { NewMembership } from './NewMembership';
import { ResetSignIn } from './ResetSignIn';

type Open =
  | { act: 'end'; person: PersonDetails; membership: PersonMembership }
  | { act: 'grant' | 'reset' | 'erase'; person: PersonDetails };

/** The people of the organisation with their roles; those who left come last. */
export function People({ data }: { data: OrganisationPeopleDetails }) {
  const t = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const isHere = (person: PersonDetails) => person.memberships.some((membership) => !isOver(membership));
  const people = [...data.people].sort((a, b) => Number(isHere(b)) - Number(isHere(a)));
  const canChange = data.rolesToGive.length > 0 || may(data.can.erasePerson);
  return (
    <Panel
      title={t('利用者', 'People')}
      hint={t('この一覧は、組織の外の人には見えません。', 'Nobody outside the organisation sees this list.')}
    >
      <table className="table-plain block lg:table">
        <thead className="hidden lg:table-header-group">
          <tr>
            <th scope="col">{t('氏名', 'Name')}</th>
            <th scope="col">{t('役割', 'Roles')}</th>
            {canChange && (
              <th scope="col">
                <span className="sr-only">{t('操作', 'Actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="block lg:table-row-group">
          {people.map((person) => (
            <PersonRow key={person.id} data={data} person={person} canChange={canChange} onOpen={setOpen} />
          ))}
        </tbody>
      </table>
      {open?.act === 'grant' && <NewMembership data={data} person={open.person} onClose={close} />}
      {open?.act === 'end' && <EndMembership person={open.person} membership={open.membership} onClose={close} />}
      {open?.act === 'reset' && (
        <ResetSignIn organisationId={data.organisation.id} person={open.person} onClose={close} />
      )}
      {open?.act === 'erase' && <Erasure person={open.person} onClose={close} />}
    </Panel>
  );
}

const isOver = ({ on }: PersonMembership) => on !== null && on <= today();

function PersonRow({
  data,
  person,
  canChange,
  onOpen,
}: {
  data: OrganisationPeopleDetails;
  person: PersonDetails;
  canChange: boolean;
  onOpen: (open: Open) => void;
}) {
  const t = useText();
  const { person: me } = useSession();
  const isMe = person.id === me.id;
  const cell = 'block border-0 max-lg:px-0 max-lg:py-1 lg:table-cell lg:border-b';
  return (
    <tr className="block border-solid-gray-300 border-b py-3 lg:table-row">
      <th scope="row" className={`${cell} text-left`}>
        <span className="font-700">{person.name}</span>
        {isMe && <span className="chip ml-2 border-solid-gray-420 font-400">{t('あなた', 'you')}</span>}
        <span className="hint block font-400">{person.mail}</span>
      </th>
      <td className={cell}>
        <ul className="grid gap-1">
          {person.memberships.map((membership) => (
            <Role
              key={membership.id}
              person={person}
              membership={membership}
              onEnd={() => onOpen({ act: 'end', person, membership })}
            />
          ))}
        </ul>
      </td>
      {canChange && (
        <td className={`${cell} lg:text-right`}>
          {!person.erased && data.rolesToGive.length > 0 && (
            <button
              type="button"
              className="button button-outline button-small"
              aria-label={t(`${person.name}に役割を加える`, `Add a role for ${person.name}`)}
              onClick={() => onOpen({ act: 'grant', person })}
            >
              {t('役割を加える', 'Add a role')}
            </button>
          )}
          {may(person.can.resetSignIn) && (
            <button
              type="button"
              className="button button-text button-small ml-2"
              aria-label={t(`${person.name}のサインインを再設定`, `Reset the sign-in of ${person.name}`)}
              onClick={() => onOpen({ act: 'reset', person })}
            >
              {t('サインインを再設定', 'Reset the sign-in')}
            </button>
          )}
          {!person.erased && !isMe && (
            <May can={data.can.erasePerson} what={t('個人情報の消去', 'Erasure')}>
              <button
                type="button"
                className="button button-text button-small ml-2"
                aria-label={t(`${person.name}の個人情報を消去`, `Erase the data of ${person.name}`)}
                onClick={() => onOpen({ act: 'erase', person })}
              >
                {t('個人情報を消去', 'Erase')}
              </button>
            </May>
          )}
        </td>
      )}
    </tr>
  );
}

function Role({
  person,
  membership,
  onEnd,
}: {
  person: PersonDetails;
  membership: PersonMembership;
  onEnd: () => void;
}) {
  const { t, language } = useLanguage();
  const { from, on } = membership;
  const role = roleName(membership.role, t);
  return (
    <li className={`flex flex-wrap items-center gap-x-3 ${isOver(membership) ? 'text-solid-gray-600' : ''}`}>
      <span>
        {role}
        {membership.sectionName && inBrackets(membership.sectionName, t)}
      </span>
      {from > today() && (
        <span className="hint">{t(`${formatDate(from, language)}から`, `from ${formatDate(from, language)}`)}</span>
      )}
      {on && (
        <span className="hint">
          {isOver(membership)
            ? t(`${formatDate(on, language)}に解除`, `ended on ${formatDate(on, language)}`)
            : t(`${formatDate(on, language)}に解除予定`, `ends on ${formatDate(on, language)}`)}
        </span>
      )}
      {!on && (
        <May can={membership.can.endMembership} what={t('役割の解除', 'Ending the role')}>
          <button
            type="button"
            className="button button-text button-small"
            aria-label={t(`${person.name}の「${role}」を解除`, `End “${role}” of ${person.name}`)}
            onClick={onEnd}
          >
            {t('解除', 'End')}
          </button>
        </May>
      )}
    </li>
  );
}
