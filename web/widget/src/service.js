// What the element asks of the service, and how.

/** The filters, each the name of an attribute and of a parameter. */
export const FILTERS = ["rcp", "country", "speaker", "organisation", "theme", "report", "session", "year", "language", "act"];

const RANGES = ["country-role", "from", "to", "sort", "size"];

/** The parameters that an element's attributes preset. */
export function parametersOf(element, size) {
  const params = new URLSearchParams({ size, forms: "one" });
  for (const name of RANGES) {
    const value = element.getAttribute(name);
    if (value) params.set(name.replace("-", "_"), value);
  }
  for (const name of FILTERS) {
    // Only ids and codes are lists: names of people and sessions hold commas.
    const value = element.getAttribute(name) || "";
    const values = name === "speaker" || name === "session" ? [value] : value.split(",");
    for (const v of values) if (v.trim()) params.append(name, v.trim());
  }
  return params;
}

const known = new Map();
const KEPT = 50;

/** Asks the API; what was asked lately is not asked again. */
export async function fetchJSON(endpoint, path, params = "", signal) {
  const url = `${endpoint}/api/v1${path}?${params}`;
  if (known.has(url)) return known.get(url);
  const response = await patiently(url, signal, 2);
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(body.detail || response.statusText), { hint: body.hint, status: response.status });
  known.set(url, body);
  if (known.size > KEPT) known.delete(known.keys().next().value);
  return body;
}

const PATIENCE = 30; // s: a service that wants more time is one that cannot be reached

// A service that is busy says when to come back.
async function patiently(url, signal, again) {
  const response = await fetch(url, { signal, credentials: "omit", headers: { Accept: "application/json" } });
  const wait = Number(response.headers.get("Retry-After"));
  if (![429, 503].includes(response.status) || !again || !(wait > 0 && wait <= PATIENCE)) return response;
  await new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, wait * 1000);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
  return patiently(url, signal, again - 1);
}
