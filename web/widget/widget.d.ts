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

/** Counts by two facets: a number for each value of the rows and each of the columns. */
export interface BriefingTable {
  readonly rows: string;
  readonly cols: string;
  readonly total: number;
  readonly row_values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  readonly col_values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  readonly cells: readonly (readonly number[])[];
}

/** With view="matrix". */
export interface BriefingMatrix {
  readonly total: number;
  readonly table: BriefingTable;
}

export interface BriefingSelection {
  readonly id: string;
  /** Of the intervention in the reading room. */
  readonly url: string;
  readonly hit: BriefingHit;
}

/** A number of the table, or the head of a row or a column. */
export interface BriefingCell {
  /** Of the search behind it. */
  readonly url: string;
  /** The value of each facet: of the row, of the column, or of both. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The element. Its attributes:
 *
 * - What is searched: endpoint (the service; that of the script if not given), q, and the filters rcp, country,
 *   country-role (speaks_for, mentioned), speaker, organisation, theme, act, report, session, year, language,
 *   from, to. Ids may be several, separated by commas.
 * - What is shown: mode="page" (results and facets; the usual) or "box" (results alone, then the site);
 *   view="matrix" with rows and cols (facets; rcp and theme if not given); intervention="ID" (one turn, quoted).
 * - How: size, sort, facets (names separated by commas, or "none"), lang (en, fr, es, ar, ru, zh; that of the page
 *   if not given), target (of links), label, placeholder, scheme ("light" or "dark"; that of the page if not
 *   given), url-state (name of a parameter of the page's address that keeps the search).
 *
 * What stands between its tags is shown where there are no scripts, and when the service cannot be reached: a form
 * that leads there.
 */
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
    "briefing-search:results": CustomEvent<BriefingResults | BriefingMatrix>;
    /** May be cancelled: then the link is not followed. */
    "briefing-search:select": CustomEvent<BriefingSelection | BriefingCell>;
    "briefing-search:error": CustomEvent<{ readonly error: Error }>;
  }
}
