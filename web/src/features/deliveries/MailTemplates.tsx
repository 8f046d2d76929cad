import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as api from '../../api/generated/operations.gen';
import type { MailTemplateDetails } from '../../api/generated/types.gen';
import { addressOf } from '../../api/operation';
import { query } from '../../api/query';
import { useLanguage, useText } from '../../i18n/language';
import { dotted } from '../../i18n/punctuation';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { kindNames } from './words';

/** What each mail says that the program sends by itself, as its own words write it, with made-up names. */
export function MailTemplates() {
  const t = useText();
  const templates = useQuery(query(api.getMailTemplates));
  return (
    <Page
      title={t('メールの文面の見本', 'What the mails say')}
      above={
        <p className="text-[0.875rem]">
          <Link to="/deliveries" className="link">
            {t('通知の記録', 'Mails sent')}
          </Link>
        </p>
      }
    >
      <p className="hint mb-4">
        {t(
          'このシステムが自動で送るメールの全種類です。実際に送るときと同じ仕組みで、架空の氏名・契約件名を使って作っています。',
          'Every kind of mail that this program sends by itself, written by what writes the real ones, with made-up names and contracts.',
        )}
      </p>
      <Loaded query={templates}>
        {(items) => (
          <ul className="grid gap-4">
            {items.map((item) => (
              <li key={item.name}>
                <Template item={item} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  );
}

function Template({ item }: { item: MailTemplateDetails }) {
  const { t } = useLanguage();
  const language =
    item.language === 'JA'
      ? t('日本語', 'Japanese')
      : item.language === 'EN'
        ? t('英語', 'English')
        : t('日本語・英語の併記', 'Japanese and English in one');
  return (
    <details className="card">
      <summary className="cursor-pointer">
        <span className="font-700">{kindNames(t)[item.kind]}</span>
        <span className="hint block">
          {dotted([language, t(`文面 第${item.version}版`, `Text version ${item.version}`)], t)}
        </span>
        <span className="block">{item.subject}</span>
      </summary>
      <div className="mt-4 grid gap-4">
        <section className="min-w-0">
          <h2 className="mb-1 font-700">{t('テキスト形式', 'As plain text')}</h2>
          <p className="pre break-all rounded-8 bg-solid-gray-50 p-3 text-[0.9375rem]">{item.text}</p>
        </section>
        {item.hasPage && (
          <section className="min-w-0">
            <h2 className="mb-1 font-700">{t('HTML形式', 'As HTML')}</h2>
            <iframe
              title={t(`HTML形式：${item.subject}`, `As HTML: ${item.subject}`)}
              sandbox=""
              loading="lazy"
              src={addressOf(api.getMailTemplatePage, { path: { name: item.name } })}
              className="h-[32rem] w-full rounded-8 border border-solid-gray-420 bg-white"
            />
          </section>
        )}
      </div>
    </details>
  );
}
