import type { OrganisationPeopleDetails, SectionDetails } from '../../api/generated/types.gen';
import { today } from '../../i18n/dates';
import { useText } from '../../i18n/language';
import { SelectField } from '../../ui/Field';

/** The officers of a section, who can be chosen. */
export const officersOf = ({ people }: OrganisationPeopleDetails, section: SectionDetails) =>
  people.filter(({ memberships }) =>
    memberships.some(({ sectionId, on }) => sectionId === section.id && (on === null || on > today())),
  );

export function PersonSelect({
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
