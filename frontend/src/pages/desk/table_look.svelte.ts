// What the table of entries looks like and whether it obeys single keys, as this account has it on this device.
import { keepOwn, readOwn } from '../../parts/own_storage';
import { columns, defaultColumns, type Column } from './columns';

const kColumns = 'entry-columns';
const kCompact = 'entry-compact';
const kKeys = 'entry-keys';

class TableLook {
  #shown = $state.raw<Column[]>();
  #compact = $state<boolean>();
  #keys = $state<boolean>();

  /** In their order; what an earlier release kept and is no column any more is left out. */
  get columns(): Column[] {
    const shown = this.#shown ?? readOwn<Column[]>(kColumns) ?? defaultColumns;
    return columns.filter((column) => shown.includes(column));
  }
  get compact(): boolean {
    return this.#compact ?? readOwn<boolean>(kCompact) ?? false;
  }
  get keys(): boolean {
    return this.#keys ?? readOwn<boolean>(kKeys) ?? true;
  }

  show(column: Column, to: boolean): void {
    this.#shown = to ? [...this.columns, column] : this.columns.filter((one) => one !== column);
    keepOwn(kColumns, this.#shown);
  }
  setCompact(to: boolean): void {
    this.#compact = to;
    keepOwn(kCompact, to);
  }
  setKeys(to: boolean): void {
    this.#keys = to;
    keepOwn(kKeys, to);
  }
}
export const tableLook = new TableLook();
