import type { Schemas } from '../../api/client';

export type RoundProgress = Schemas['Progress'];
