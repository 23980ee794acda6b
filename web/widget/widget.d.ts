// Types of <briefing-search>, for hosts that are written in TypeScript.

/** A turn in the answer of a search; the API's documentation says what it holds. */
export interface BriefingHit {
  readonly id: string;
  readonly score: number;
  readonly url: string;
  readonly page: number;
  readonly language: string;
  readonly country: string | null;
  readonly report: { readonly id: string; readonly title: string; readonly date: string | null };
  readonly speaker: { readonly name: string; readonly role: string; readonly organisation: string };
  readonly passages: readonly { readonly text: string; readonly marks: readonly (readonly [number, number])[]; readonly page: number }[];
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

export interface BriefingResults {
  readonly query: { readonly q: string };
  readonly total: number;
  readonly hits: readonly BriefingHit[];
}

export interface BriefingSelection {
  readonly id: string;
  /** Of the intervention in the reading room. */
  readonly url: string;
  readonly hit: BriefingHit;
}

/** The element. Its attributes: endpoint, q, rcp, country, country-role, speaker, organisation, theme, report,
 * session, year, language, from, to, sort, size, facets, lang, target, label, placeholder, scheme, url-state,
 * intervention. */
export interface BriefingSearchElement extends HTMLElement {
  /** Where the service is; without a slash at the end. */
  readonly endpoint: string;
  /** Searches for these words, as if somebody had typed them. */
  search(q: string): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "briefing-search": BriefingSearchElement;
  }
  interface HTMLElementEventMap {
    "briefing-search:results": CustomEvent<BriefingResults>;
    /** May be cancelled: then the link is not followed. */
    "briefing-search:select": CustomEvent<BriefingSelection>;
    "briefing-search:error": CustomEvent<{ readonly error: Error }>;
  }
}
