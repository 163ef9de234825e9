// The type of a round's progress, which three components of this folder take.
import type { Schemas } from '../../api/client';

export type RoundProgress = Schemas['Progress'];
