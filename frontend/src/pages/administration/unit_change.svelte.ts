// State of the form that changes units, and the request body made of it.
import { SvelteMap } from 'svelte/reactivity';
import { slugOf } from '../../i18n/slug';
import { today, types, type Unit } from './units';

export type UnitChangeKind = 'rename' | 'merge' | 'split' | 'add' | 'correct';

/** What can happen to a unit; one that has ended can only be put right. */
export const changeKindsFor = ({ valid_to }: Unit): UnitChangeKind[] =>
  valid_to ? ['correct'] : ['rename', 'merge', 'split', 'add', 'correct'];

export class NewUnit {
  name = $state('');
  shortName = $state('');
  type = $state<string>(types[0]);
  parent = $state<number | null>(null);
  /** What was typed; until then a code is made of the name. */
  typedCode = $state<string>();
  constructor(like: Partial<Unit> = {}) {
    if (like.type) this.type = like.type;
    this.parent = like.parent ?? null;
  }
  get code(): string {
    return this.typedCode ?? slugOf(this.name);
  }
  set code(text: string) {
    this.typedCode = text;
  }
}

export class UnitChange {
  onDate = $state(today());
  /** Merged with it. */
  others = $state<(number | null)[]>([null]);
  to = $state<NewUnit[]>([]);
  /** Split: the place in `to` for each unit below. */
  readonly children = new SvelteMap<number, number>();

  constructor(
    readonly kind: UnitChangeKind,
    readonly unit: Unit | undefined,
  ) {
    const beside = () => new NewUnit(unit);
    this.to =
      kind === 'split' ? [beside(), beside()] : [kind === 'add' ? new NewUnit({ parent: unit?.id ?? null }) : beside()];
    const first = this.to[0];
    if (!unit || !first || (kind !== 'correct' && kind !== 'rename')) return;
    [first.name, first.shortName] = [unit.name, unit.short_name];
    if (kind === 'correct') first.code = unit.code;
  }

  body() {
    const { kind, unit } = this;
    const corrects = kind === 'correct';
    const others = kind === 'merge' ? this.others.filter((id) => id !== null) : [];
    return {
      kind,
      on_date: corrects ? undefined : this.onDate,
      from: unit && kind !== 'add' ? [unit.id, ...others] : [],
      to: this.to.map(({ code, type, name, shortName, parent }) => ({
        code: corrects ? undefined : code,
        type,
        name,
        short_name: shortName || undefined,
        parent,
      })),
      children: kind === 'split' ? [...this.children].map(([unit, to]) => ({ unit, to })) : undefined,
    };
  }
}
