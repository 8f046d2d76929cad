import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { chooseActor, chosenActor } from '../../api/client';
import { actorsQuery } from '../../api/queries';
import { useText } from '../../i18n/language';

/** Who acts, until people sign in. A change reads everything anew: another person sees other contracts. */
export function ActorPicker() {
  const t = useText();
  const id = useId();
  const queryClient = useQueryClient();
  const actors = useQuery(actorsQuery);
  const [chosen, setChosen] = useState(chosenActor);
  if (!actors.data || actors.data.length === 0) return null;
  const known = actors.data.some((actor) => actor.id === chosen);
  const organisations = [...new Set(actors.data.map((actor) => actor.organisationName))];
  return (
    <div className="flex min-w-0 items-center gap-2 text-[0.8125rem]">
      <label htmlFor={id} className="sr-only shrink-0 md:not-sr-only">
        {t('操作する人', 'Acting as')}
      </label>
      <select
        id={id}
        className="input min-h-9 max-w-24 truncate sm:max-w-44 py-1 text-[0.875rem] lg:max-w-56"
        value={known && chosen ? chosen : ''}
        onChange={async (event) => {
          const person = event.target.value || null;
          chooseActor(person);
          setChosen(person);
          await queryClient.resetQueries({ predicate: (query) => query.queryKey[0] !== 'actors' });
        }}
      >
        <option value="">{t('自社の責任者（既定）', 'Our officer (default)')}</option>
        {organisations.map((organisation) => (
          <optgroup key={organisation} label={organisation}>
            {actors.data
              .filter((actor) => actor.organisationName === organisation)
              .map((actor) => (
                <option key={actor.id} value={actor.id}>
                  {actor.name}
                  {actor.sectionName ? `（${actor.sectionName}）` : ''}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
