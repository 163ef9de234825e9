// The part of a rule book that an entrant's pages read. The service decides; this is what it announces.
import { api } from '../../api/client';

interface Text {
  vi: string;
  en: string;
}
export interface FileRule {
  purpose: string;
  name: Text;
  kinds: string[];
  min_count: number;
  max_count: number;
  max_megabytes: number;
}
export interface Category {
  id: string;
  name: Text;
  text: boolean;
  text_or_file?: boolean;
  min_words?: number;
  max_words?: number;
  max_authors?: number;
  files?: FileRule[];
}
export interface Rules {
  name: Text;
  calendar: { deadline: string };
  categories: Category[];
  fields: { id: string; name: Text }[];
  declarations: { id: string; text: Text; required?: boolean }[];
}

export async function rulesOf(contest: number): Promise<Rules> {
  const { data, error } = await api.GET('/api/contests/{contest}/rule-book', { params: { path: { contest } } });
  if (!data) throw error;
  return data as unknown as Rules;
}
