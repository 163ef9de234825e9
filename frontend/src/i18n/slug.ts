// Names as URL slugs and codes.
import { fold } from './fold';

/** An address made of a name, as a proposal; the service decides. */
export function slugOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
