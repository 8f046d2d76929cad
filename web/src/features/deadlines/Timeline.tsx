import { Link } from '@tanstack/react-router';
import type { InboxItem } from '../../api/generated/types.gen';
import { monthOf, monthsFrom } from '../../i18n/calendar';
import { formatMonth } from '../../i18n/dates';
import { useLanguage } from '../../i18n/language';
import { Scrolled } from '../../ui/Scrolled';
import { entryOf, placeOf } from '../inbox/items';
import { ShortEntry } from './ShortEntry';

/** All contracts one below the other and what falls due on each, month by month: which month is full, and which contract. */
export function Timeline({ from, to, items }: { from: string; to: string; items: InboxItem[] }) {
  const { t, language } = useLanguage();
  const months = monthsFrom(from, to);
  // What falls due first comes first, as the items do.
  const contracts = [...new Set(items.map(({ contractId }) => contractId))];
  if (contracts.length === 0) return null;
  const cell = 'border border-solid-gray-420 p-1.5 text-left align-top';
  return (
    <Scrolled label={t('契約の年表', 'Timeline of contracts')} className="hidden md:block print:block">
      <table className="w-full min-w-[60rem] table-fixed border-collapse text-[0.875rem]">
        <thead>
          <tr>
            <th scope="col" className={`${cell} w-56 bg-solid-gray-50`}>
              {t('契約', 'Contract')}
            </th>
            {months.map((month) => (
              <th key={month} scope="col" className={`${cell} bg-solid-gray-50`}>
                {formatMonth(month, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {contracts
            .map((id) => ({ id, due: items.filter((item) => item.contractId === id) }))
            .map(({ id, due }) => (
              <tr key={id} className="break-inside-avoid">
                <th scope="row" className={`${cell} sticky left-0 bg-white font-400`}>
                  <Link to="/contracts/$id" params={{ id }} className="link">
                    {due[0]?.contractName}
                  </Link>
                  <span className="hint block">{due[0]?.contractorName}</span>
                </th>
                {months.map((month) => (
                  <td key={month} className={cell}>
                    <ul className="grid gap-1 empty:hidden">
                      {due
                        .filter(({ dueOn }) => dueOn !== null && monthOf(dueOn) === month)
                        .map((item) => (
                          <li key={entryOf(item)}>
                            <Link {...placeOf(item)} className="link block leading-[1.4]">
                              <strong>
                                {t(`${Number(item.dueOn?.slice(-2))}日`, `${Number(item.dueOn?.slice(-2))}`)}
                              </strong>{' '}
                              <ShortEntry item={item} />
                            </Link>
                          </li>
                        ))}
                    </ul>
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
