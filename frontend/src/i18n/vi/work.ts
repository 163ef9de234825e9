// Vietnamese: the list of what there is to do.
export const work = {
  'work.greeting': 'Xin chào, {name}',
  'work.entries': 'Tác phẩm của tôi',
  'work.noEntries': 'Bạn chưa có tác phẩm nào. Hãy chọn một cuộc thi đang nhận bài để bắt đầu.',
  'work.openContests': 'Xem các cuộc thi đang nhận bài',
  'work.judging': 'Chấm thi',
  'work.noJudging': 'Chưa có cuộc thi nào mời bạn chấm.',
  'work.noAssignments': 'Chưa có bài nào được phân công cho bạn.',
  'work.desk': 'Ban tổ chức',
  'work.administration': 'Quản trị',
  'work.title': 'Tên tác phẩm',
  'work.state': 'Trạng thái',
  'work.untitled': '(chưa đặt tên)',
  'work.contest': 'Cuộc thi',
  'work.roles': 'Vai trò',
  'work.count': 'Số bài',
  'work.card': 'Phiếu chấm',
} as const;
