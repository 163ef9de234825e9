// English: rows that open and show all that is known of one thing.
export const tables = {
  'table.details': 'Details',
  'table.detailsOf': 'Details: {name}',
  'table.copyOf': 'Copy: {name}',
  'table.copied': 'Copied.',
  'table.id': 'Id',
  'table.language': 'Language',
  'table.unit': 'Unit',
  'table.attempts': 'Attempts',
  'table.waitsForSecond': 'Waits for a second person',
  'table.yes': 'yes',
  'table.seeUnit': 'Open the unit',
  'table.account': 'Account',
  'table.since': 'From',
  'table.until': 'Until',
} as const;
