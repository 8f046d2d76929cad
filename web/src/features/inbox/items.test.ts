import { expect, test } from 'vitest';
import { inboxItem } from '../../test/inboxItem';
import { addressOf, askName, filterOf, readingOf, reportWords, titleOf } from './items';

test.each([
  ['CONTRACT', 'REPORT_TO_DRAFT', '報告書の作成', '/contracts/c/reports'],
  ['CONTRACT', 'REPORT_DUE', '報告の提出', '/contracts/c/reports'],
  ['REPORT', 'REPORT_TO_FINALISE', '報告書の確定', '/reports/x'],
  ['REPORT', 'REPORT_TO_SUBMIT', '報告の提出', '/reports/x'],
  ['REPORT', 'RECEIPT_TO_NOTE', '受領の記録', '/reports/x'],
  ['REPORT', 'REPORT_TO_REVIEW', '報告の確認', '/reports/x/review'],
  ['ACT', 'CONDITION_TO_KEEP', '条件の履行', '/authority-acts/x'],
  ['ACT', 'WORD_EXPIRES', '期限が切れる許可等', '/authority-acts/x'],
  ['ACT', 'WORD_TO_SEND', '未送付のお願い', '/authority-acts/x'],
  ['CONFIRMATION_DOCUMENT', 'DOCUMENT_TO_PRESENT', '確認書類の提示', '/contracts/c/confirmation-document'],
  ['CONFIRMATION_DOCUMENT', 'DOCUMENT_TO_SUBMIT', '確認書類の提出', '/contracts/c/confirmation-document'],
  ['CONTRACT', 'CLOSING_LIST', '終了時の返却・廃棄・消去の一覧', '/contracts/c/procedures'],
  ['CONTRACT', 'WORDS_TO_TAKE_ANEW', '前年度の許可等の取り直し', '/contracts/c/procedures'],
  ['CONTRACT', 'ITEMS_TO_REAFFIRM', '記録の再確認', '/contracts/c/obligations'],
  ['CONTRACT', 'CLOSING_TO_CONFIRM', '終了時の確認', '/contracts/c/procedures'],
  ['CONTRACT', 'ITEMS_TO_RECORD', '事項の記録', '/contracts/c/obligations'],
  ['PART', 'PART_TO_FILL', '再委託先の記入', '/parts/x'],
  ['COMMUNICATION', 'INSTRUCTION_TO_MEET', '指示・指定', '/communications/x'],
  ['PRIOR_REPORT', 'CORRECTION', '訂正のお知らせ', '/contracts/c/reports#x'],
  ['CONTRACT', 'SOMETHING_NEW', 'ご確認', '/contracts/c/obligations'],
])('%s with %s is 「%s」 and is dealt with at %s', (noun, type, name, address) => {
  const item = inboxItem('x', { noun, type });
  expect(askName(type, (ja) => ja)).toBe(name);
  expect(addressOf(item)).toBe(address);
});

test('who waits for a subcontractor is led to whom they engaged', () => {
  const item = inboxItem('x', { noun: 'PART', type: 'PART_TO_FILL', awaits: 'SUBCONTRACTOR' });
  expect(addressOf(item)).toBe('/contracts/c#subcontractors');
});

test('a period is a title in days, whatever it is a title of', () => {
  const title = (of: string | null) => titleOf(inboxItem('x', { noun: 'CONTRACT', title: of }), (ja) => ja, 'ja');
  expect(title('2026-04-01／2026-09-30')).toBe('令和8年4月1日〜令和8年9月30日');
  expect(title('社内／社外')).toBe('社内／社外');
  expect(title(null)).toBe('');
});

test('a reading keeps its filter', () => {
  const filter = { scope: 'section', kind: 'CORRECTION', sort: 'date' } as const;
  expect(filterOf(readingOf(filter))).toEqual(filter);
});

test('a report says what is in it, what is looked at first in front', () => {
  const some = { first: false, changed: 1, notImplemented: 1, notApplicable: 0, answered: 0 };
  const report = { ...some, contradicting: 0, unrecorded: 0 };
  const words = (more: Partial<typeof report>) => reportWords({ ...report, ...more }, (ja) => ja);
  expect(words({})).toBe('変更1・未実施1');
  expect(words({ contradicting: 3, unrecorded: 2 })).toBe('変更1・食い違い3・記録なし2・未実施1');
  expect(words({ changed: 0, notImplemented: 0, notApplicable: 2 })).toBe('前回から変更なし・該当なし2');
  expect(words({ first: true, changed: 0, answered: 3 })).toBe('照会への回答3・最初の報告・未実施1');
});
