// Vietnamese: the desk of a unit's coordinator.
export const coordination = {
  'coordination.title': 'Đơn vị mà bạn làm đầu mối',
  'coordination.works': 'Bài đã nộp thay hoặc đang soạn',
  'coordination.author': 'Tác giả',
  'coordination.yourself': 'chính bạn',
  'coordination.noWorksYet': 'Chưa có bài nào. Hãy chọn «Nộp thay cho tác giả của đơn vị» để nộp nhiều bài một lần.',
  'coordination.noWorks': 'Không có bài nào được nộp thay trong cuộc thi này.',
  'coordination.noContests': 'Chưa có cuộc thi nào.',
  'coordination.numbers': 'So với các đơn vị khác',
  'coordination.standing':
    'Đơn vị bạn có {n} bài viết về gương của mình, đứng thứ {place} trong {of} đơn vị; {taking} đơn vị đã có bài.',
  'coordination.noneYet': 'Đơn vị bạn chưa có bài viết nào về gương của mình; {taking} trong {of} đơn vị đã có bài.',
  'coordination.notAmongThem':
    'Đơn vị bạn không còn hoạt động và chưa có bài nào nên không xếp cùng {of} đơn vị dưới đây.',
  'coordination.countedWorks': 'Số liệu được cập nhật mười phút một lần.',
  'coordination.topUnits': 'Bài viết về gương của các đơn vị cấp trên cùng',
} as const;
