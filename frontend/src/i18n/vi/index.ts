// Vietnamese texts of the desks, by area. Every other language has the same keys (the compiler checks).
import { account } from './account';
import { administration } from './administration';
import { app } from './app';
import { batch } from './batch';
import { contests } from './contests';
import { coordination } from './coordination';
import { desk } from './desk';
import { entries } from './entries';
import { first } from './first';
import { host } from './host';
import { inspection } from './inspection';
import { installation } from './installation';
import { judging } from './judging';
import { overview } from './overview';
import { people } from './people';
import { results } from './results';
import { resultsCheck } from './results_check';
import { rounds } from './rounds';
import { shell } from './shell';
import { tables } from './tables';
import { verification } from './verification';
import { work } from './work';

export const vi = {
  ...app,
  ...account,
  ...work,
  ...judging,
  ...entries,
  ...contests,
  ...desk,
  ...overview,
  ...people,
  ...rounds,
  ...results,
  ...administration,
  ...host,
  ...installation,
  ...batch,
  ...coordination,
  ...shell,
  ...tables,
  ...verification,
  ...resultsCheck,
  ...inspection,
  ...first,
};

export type Key = keyof typeof vi;
