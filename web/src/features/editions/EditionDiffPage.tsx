import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ChangeKind, TextChange } from '../../api/generated/types.gen';
import { editionDiffQuery } from '../../api/queries';
import { useText } from '../../i18n/language';
import { dotted } from '../../i18n/punctuation';
import { DiffText } from '../../ui/DiffText';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';

const route = getRouteApi('/editions/diff');

export function EditionDiffPage() {
  const t = useText();
  const { from = '', to = '' } = route.useSearch();
  const navigate = useNavigate();
  const diff = useQuery({ ...editionDiffQuery(from, to), enabled: from !== '' && to !== '' });
  return (
    <Page
      title={t(`${from} と ${to} の違い`, `${from} and ${to} compared`)}
      above={
        <p className="mb-2 text-[0.875rem]">
          <Link to="/editions" className="link">
            {t('様式と版', 'Editions')}
          </Link>
        </p>
      }
      actions={
        <button
          type="button"
          className="button button-outline"
          onClick={() => navigate({ to: '/editions/diff', search: { from: to, to: from } })}
        >
          {t('逆にする', 'Swap')}
        </button>
      }
    >
      <Loaded query={diff}>
        {({ requirements, rows, fixedTexts }) => (
          <>
            <Entries heading={t('事項（別記の本文）', 'Requirements')} entries={requirements} />
            <Entries heading={t('別紙の行', 'Form rows')} entries={rows} />
            <Entries heading={t('別紙のその他の文', 'Other texts of the form')} entries={fixedTexts} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const tones: Record<ChangeKind, string> = {
  UNCHANGED: 'border-green-800 text-green-1000',
  MODIFIED: 'border-yellow-900 bg-yellow-50 text-yellow-1200',
  ADDED: 'border-green-800 bg-green-50 text-green-1000',
  REMOVED: 'border-red-900 bg-red-50 text-red-1000',
  MOVED: 'border-blue-900 bg-blue-50 text-blue-1000',
  SPLIT: 'border-purple-900 bg-purple-50 text-purple-1000',
  MERGED: 'border-purple-900 bg-purple-50 text-purple-1000',
};

function Entries({ heading, entries }: { heading: string; entries: (TextChange & { name?: string })[] }) {
  const t = useText();
  const names: Record<ChangeKind, string> = {
    UNCHANGED: t('同じ', 'same'),
    MODIFIED: t('変更', 'changed'),
    ADDED: t('追加', 'added'),
    REMOVED: t('削除', 'removed'),
    MOVED: t('移動', 'moved'),
    SPLIT: t('分割', 'split'),
    MERGED: t('統合', 'merged'),
  };
  const changed = entries.filter((entry) => entry.kind !== 'UNCHANGED');
  const same = entries.length - changed.length;
  const placeOf = (entry: TextChange & { name?: string }) => {
    const [from, to] = [dotted(entry.from, t), dotted(entry.to, t)];
    return [entry.name, from === to ? from : [from, to].filter(Boolean).join(' → ')].filter(Boolean).join(' ');
  };
  return (
    <section className="mb-10">
      <h2 className="heading-2">{heading}</h2>
      <p className="hint">
        {t(`違い ${changed.length}件・同じ ${same}件`, `${changed.length} different, ${same} the same`)}
      </p>
      <ul className="mt-2 border-solid-gray-300 border-t">
        {changed.map((entry) => (
          <li key={`${entry.kind}${placeOf(entry)}`} className="border-solid-gray-300 border-b py-4">
            <p className="mb-2 flex flex-wrap items-center gap-2 font-700">
              <span className={`chip ${tones[entry.kind]}`}>{names[entry.kind]}</span>
              {placeOf(entry)}
            </p>
            <div lang="ja">
              {entry.diff && entry.diff.length > 0 ? (
                <DiffText parts={entry.diff} />
              ) : (
                <p className="pre text-[0.9375rem]">{entry.toText ?? entry.fromText}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
