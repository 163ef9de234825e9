// The names of the icons that the pages may show.
import type icons from '../styles/icons.json';

export type IconName = keyof typeof icons;
