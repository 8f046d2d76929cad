/** The forms in which a report is kept. */
export const formats = [
  { format: 'docx', name: 'Word' },
  { format: 'pdf', name: 'PDF' },
  { format: 'xlsx', name: 'Excel' },
] as const;
