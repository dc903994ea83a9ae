import type { ProviderId } from './ref.ts';

/** The in-page sidebar of one site. */
export interface SidebarState {
  /** False: the agent switched it off here; not even the launcher shows. */
  readonly shown: boolean;
  readonly open: boolean;
  readonly side: 'left' | 'right';
  /** CSS pixels. */
  readonly width: number;
  /** How far down the launcher stands, in percent of the window; absent: where it does not cover what helpdesks have at their edge. */
  readonly top?: number | undefined;
}

/** The sidebar's words, in the browser's language. */
export interface SidebarStrings {
  readonly name: string;
  readonly open: string;
  readonly close: string;
  readonly moveLeft: string;
  readonly moveRight: string;
  readonly switchOff: string;
  /** The visible part of that name. */
  readonly off: string;
  readonly isOff: string;
  readonly undo: string;
  readonly resize: string;
}

/** The sidebar's one element in a page. */
export const SIDEBAR_TAG = 'backscroll-sidebar';

export const DEFAULT_SIDEBAR: SidebarState = { shown: true, open: false, side: 'right', width: 380 };

/** An origin on which the agent has enabled Backscroll. */
export interface Site {
  /** Scheme, host and port, as `URL.origin` gives it. */
  readonly origin: string;
  /** The parts of the origin on which it counts, as `/rt/`; absent: all of it. */
  readonly paths?: readonly string[];
  readonly sidebar: SidebarState;
  /** The chat system that ids on this site's pages turned out to belong to, where the pages do not say. */
  readonly provider?: ProviderId;
  /** The chat system that the agent chose for them; outranks the other. */
  readonly chosenProvider?: ProviderId;
}

/** A site as views show it. */
export interface SiteStatus extends Site {
  /** False: the browser no longer grants this origin. */
  readonly granted: boolean;
}

/** Origin of a web page, on which Backscroll can be enabled; undefined for the browser's own pages and files. */
export function findOrigin(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : undefined;
}

/** The enabled site that a page belongs to: by its origin, and by its path where the site is a part of its origin. */
export function findSiteOf<S extends Pick<Site, 'origin' | 'paths'>>(sites: readonly S[], url: string | undefined): S | undefined {
  const page = url === undefined ? null : URL.parse(url);
  const isPart = ({ paths }: S) => paths === undefined || paths.some((path) => `${page?.pathname}/`.startsWith(path));
  return sites.find((site) => site.origin === page?.origin && isPart(site));
}
