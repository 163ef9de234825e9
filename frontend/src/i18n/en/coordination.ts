// English: the desk of a unit's coordinator.
export const coordination = {
  'coordination.title': 'The unit that you coordinate',
  'coordination.works': 'Works handed in or begun for authors',
  'coordination.author': 'Author',
  'coordination.yourself': 'yourself',
  'coordination.noWorksYet': 'Nothing yet. Choose «Hand in for the authors of a unit» to hand in many at once.',
  'coordination.noWorks': 'No work was handed in for others in this contest.',
  'coordination.noContests': 'There is no contest yet.',
  'coordination.numbers': 'Beside the other units',
  'coordination.standing':
    'There are {n} works about exemplars of your unit: place {place} of {of} units; {taking} units have works.',
  'coordination.noneYet': 'There is no work about an exemplar of your unit yet; {taking} of {of} units have some.',
  'coordination.notAmongThem': 'Your unit has ended and has no works, so it does not stand among the {of} units below.',
  'coordination.countedWorks': 'The numbers are taken once in ten minutes.',
  'coordination.topUnits': 'Works about exemplars of the units at the top',
} as const;
