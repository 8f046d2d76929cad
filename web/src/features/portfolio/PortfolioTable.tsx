import { Link } from '@tanstack/react-router';
import type { PortfolioRow } from '../../api/generated/types.gen';
import { useText } from '../../i18n/language';
import { counted } from '../../i18n/punctuation';
import { Scrolled } from '../../ui/Scrolled';
import { Term } from '../../ui/Term';
import { ItemCell } from './ItemCell';

/** Items 2) to 17). */
const columns = Array.from({ length: 16 }, (_, index) => index + 2);

/** Contracts below each other, their items beside each other; the first column stays where it is. */
export function PortfolioTable({ items }: { items: PortfolioRow[] }) {
  const t = useText();
  const hasOthers = items.some((item) => item.cells.some(({ column }) => column === null));
  const head = 'text-center align-bottom';
  return (
    <Scrolled label={t('契約と事項', 'Contracts and items')}>
      <table className="table-plain print:text-[0.6875rem]">
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 min-w-44 max-sm:max-w-44 lg:min-w-56 print:static">
              {t('契約', 'Contract')}
            </th>
            <th scope="col" className="min-w-36">
              {t('見るべきこと', 'To look at')}
            </th>
            {columns.map((number) => (
              <th key={number} scope="col" className={`${head} px-1!`}>
                {number})
              </th>
            ))}
            {hasOthers && (
              <th scope="col" className="min-w-28">
                {t('その他の事項', 'Other items')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} hasOthers={hasOthers} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Row({ item, hasOthers }: { item: PortfolioRow; hasOthers: boolean }) {
  const t = useText();
  const inColumn = new Map(item.cells.map((cell) => [cell.column, cell]));
  const others = item.cells.filter(({ column }) => column === null);
  return (
    <tr className="break-inside-avoid">
      <th scope="row" className="sticky left-0 z-10 font-400! max-sm:max-w-44 print:static">
        <Link to="/contracts/$id" params={{ id: item.id }} className="link font-700">
          {item.name}
        </Link>
        <span className="hint block">{item.contractorName}</span>
        <span className="hint block">
          {item.officers.length > 0
            ? t(`担当 ${item.officers.join('、')}`, `Officer ${item.officers.join(', ')}`)
            : t('担当職員なし', 'No officer named')}
        </span>
        <span className="hint block">
          <Term from={item.startsOn} to={item.endsOn} isShort /> <span className="nowrap">{item.editionCode}</span>
        </span>
      </th>
      <td className="text-[0.875rem]">
        <Look item={item} />
      </td>
      {columns.map((number) => {
        const cell = inColumn.get(number);
        return (
          <td key={number} className="px-1! text-center">
            {cell ? (
              <ItemCell contractId={item.id} cell={cell} withNumber={cell.number !== number} />
            ) : (
              <span className="sr-only">{t('この版にはありません', 'not in this edition')}</span>
            )}
          </td>
        );
      })}
      {hasOthers && (
        <td>
          <span className="flex flex-wrap gap-1.5">
            {others.map((cell) => (
              <ItemCell key={cell.number} contractId={item.id} cell={cell} withNumber />
            ))}
          </span>
        </td>
      )}
    </tr>
  );
}

/** What an officer would look at in this contract, most pressing first. */
function Look({ item }: { item: PortfolioRow }) {
  const t = useText();
  const { waiting, oldestDays, awaited, late, pastGuide, closingUnconfirmed } = item;
  if (waiting === 0 && awaited === 0 && late === 0 && pastGuide === 0 && !closingUnconfirmed)
    return <span className="hint">{t('ありません', 'Nothing')}</span>;
  return (
    <ul className="grid gap-1">
      {late > 0 && (
        <li className="font-700 text-error-2">
          {t(`期限を過ぎたもの ${late}件`, `${counted(late, 'thing')} past the date due`)}
        </li>
      )}
      {waiting > 0 && (
        <li>
          {t(
            `省側の対応待ち ${waiting}件（最長${oldestDays}日）`,
            `${waiting} waiting for the ministry (longest ${counted(oldestDays ?? 0, 'day')})`,
          )}
        </li>
      )}
      {closingUnconfirmed && <li>{t('8) 返却・消去の確認がまだです', 'Item 8) is not confirmed yet')}</li>}
      {awaited > 0 && (
        <li className="hint">{t(`受注者の対応待ち ${awaited}件`, `${awaited} waiting for the contractor`)}</li>
      )}
      {pastGuide > 0 && (
        <li className="hint">{t(`目安日を過ぎたもの ${pastGuide}件`, `${counted(pastGuide, 'guide date')} passed`)}</li>
      )}
    </ul>
  );
}
