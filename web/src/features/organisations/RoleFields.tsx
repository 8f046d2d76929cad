import type { RoleToGive } from '../../api/generated/types.gen';
import { roleName } from '../../api/session';
import { useText } from '../../i18n/language';
import { SelectField } from '../../ui/Field';

/** A role as it goes out; the section is null where the role is of the whole organisation. */
export interface GivenRole {
  role: RoleToGive['role'];
  sectionId: string | null;
}

const given = ({ role, sectionIds }: RoleToGive): GivenRole => ({ role, sectionId: sectionIds?.[0] ?? null });

/** What stands in the fields, where there is a role to give at all. */
export function chosenRole(role: GivenRole | null): GivenRole {
  if (!role) throw new Error('there is no role to give');
  return role;
}

/** The roles that the reader gives in an organisation, and its sections. */
interface Giving {
  rolesToGive: RoleToGive[];
  sections: { id: string; name: string }[];
}

/** What stands in the fields at first. */
export const firstRole = ({ rolesToGive: [first] }: Giving): GivenRole | null => (first ? given(first) : null);

/** One of the roles that the reader may give, and of which section where the role is of one. */
export function RoleFields({
  data,
  value,
  onChange,
}: {
  data: Giving;
  value: GivenRole | null;
  onChange: (value: GivenRole) => void;
}) {
  const t = useText();
  const chosen = data.rolesToGive.find(({ role }) => role === value?.role);
  return (
    <>
      <SelectField
        label={t('役割', 'Role')}
        required
        value={value?.role}
        onChange={(event) => {
          const role = data.rolesToGive.find((one) => one.role === event.target.value);
          if (role) onChange(given(role));
        }}
      >
        {data.rolesToGive.map(({ role }) => (
          <option key={role} value={role}>
            {roleName(role, t)}
          </option>
        ))}
      </SelectField>
      {chosen?.sectionIds && (
        <SelectField
          label={t('課室', 'Section')}
          required
          value={value?.sectionId ?? ''}
          onChange={(event) => onChange({ role: chosen.role, sectionId: event.target.value })}
        >
          {data.sections
            .filter(({ id }) => chosen.sectionIds?.includes(id))
            .map((section) => (
              <option key={section.id} value={section.id}>
                {section.name}
              </option>
            ))}
        </SelectField>
      )}
    </>
  );
}
