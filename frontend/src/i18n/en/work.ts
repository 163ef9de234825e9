// English: the list of what there is to do.
export const work = {
  'work.greeting': 'Hello, {name}',
  'work.entries': 'My entries',
  'work.noEntries': 'You have no entries yet. Choose an open contest to begin.',
  'work.openContests': 'See the open contests',
  'work.judging': 'Judging',
  'work.noJudging': 'No contest has invited you to judge.',
  'work.noAssignments': 'No work is assigned to you yet.',
  'work.desk': 'Organising',
  'work.administration': 'Administration',
  'work.title': 'Title',
  'work.state': 'State',
  'work.untitled': '(no title yet)',
  'work.contest': 'Contest',
  'work.roles': 'Roles',
  'work.count': 'Entries',
  'work.card': 'Scorecard',
};
