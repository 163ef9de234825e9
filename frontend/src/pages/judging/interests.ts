// What a judge declares.
import type { Schemas } from '../../api/client';

export type Interest = Schemas['Interest'];
