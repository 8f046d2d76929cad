import { expect, test } from 'vitest';
import { bodyOf, type FormField, hasLongText } from './FormFields';

const fields: FormField[] = [
  { name: 'reason', label: '', kind: 'area' },
  { name: 'conditions', label: '', kind: 'lines' },
  { name: 'dated', label: '', kind: 'dated' },
  { name: 'actAt', label: '', kind: 'moment' },
  { name: 'fileIds', label: '', kind: 'files' },
  { name: 'fileId', label: '', kind: 'file' },
  { name: 'number', label: '', isShown: (values) => values.state === 'APPROVED' },
];
const file = { id: 'f', sha256: '', name: '', bytes: 1 };

test('what is empty goes out as nothing, what is hidden not at all', () => {
  expect(bodyOf(fields, { reason: '  ', number: '12' })).toEqual({
    reason: null,
    conditions: [],
    dated: [],
    actAt: null,
    fileIds: [],
    fileId: null,
  });
});

test('lines become a list, moments carry the offset of Tokyo, files their ids', () => {
  const values = {
    state: 'APPROVED',
    reason: ' 理由 ',
    conditions: '暗号化\n\n 消去 ',
    dated: [
      { text: ' 消去 ', dueOn: '2026-12-25' },
      { text: '施錠', dueOn: '' },
      { text: '', dueOn: '2027-01-31' },
      { text: ' ', dueOn: '' },
    ],
    actAt: '2026-04-01T09:30',
    fileIds: [file],
    fileId: [file],
    number: '12',
  };
  expect(bodyOf(fields, values)).toEqual({
    reason: '理由',
    conditions: ['暗号化', '消去'],
    // a day without its text is sent and refused, not dropped in silence
    dated: [
      { text: '消去', dueOn: '2026-12-25' },
      { text: '施錠', dueOn: null },
      { text: '', dueOn: '2027-01-31' },
    ],
    actAt: '2026-04-01T09:30:00+09:00',
    fileIds: ['f'],
    fileId: 'f',
    number: '12',
  });
});

test('conditions that were kept before they had days come back, and any of them is worth keeping', () => {
  const dated: FormField[] = [{ name: 'dated', label: '', kind: 'dated' }];
  expect(bodyOf(dated, { dated: '暗号化\n消去' })).toEqual({
    dated: [
      { text: '暗号化', dueOn: null },
      { text: '消去', dueOn: null },
    ],
  });
  expect(hasLongText(dated, { dated: [{ text: '消去', dueOn: '' }] })).toBe(true);
  expect(hasLongText(dated, { dated: [{ text: '', dueOn: '' }] })).toBe(false);
});
