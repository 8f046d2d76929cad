import { expect, test } from 'vitest';
import { bodyOf, type FormField } from './FormFields';

const fields: FormField[] = [
  { name: 'reason', label: '', kind: 'area' },
  { name: 'conditions', label: '', kind: 'lines' },
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
    actAt: '2026-04-01T09:30',
    fileIds: [file],
    fileId: [file],
    number: '12',
  };
  expect(bodyOf(fields, values)).toEqual({
    reason: '理由',
    conditions: ['暗号化', '消去'],
    actAt: '2026-04-01T09:30:00+09:00',
    fileIds: ['f'],
    fileId: 'f',
    number: '12',
  });
});
