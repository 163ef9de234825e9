// Vietnamese: rows that open and show all that is known of one thing.
export const tables = {
  'table.details': 'Chi tiết',
  'table.detailsOf': 'Chi tiết: {name}',
  'table.copyOf': 'Sao chép: {name}',
  'table.copied': 'Đã sao chép.',
  'table.id': 'Mã số',
  'table.language': 'Ngôn ngữ',
  'table.unit': 'Đơn vị',
  'table.attempts': 'Số lần đã thử',
  'table.waitsForSecond': 'Chờ người thứ hai xác nhận',
  'table.yes': 'có',
  'table.seeUnit': 'Mở trang đơn vị',
  'table.account': 'Mã tài khoản',
  'table.since': 'Từ',
  'table.until': 'Đến',
} as const;
