import { FILTERS } from "./service.js";

// What the element says, in each language. Plurals are those of Intl.PluralRules;
// # is the number. Facets are in the order of FILTERS.
const catalogue = {
  en: {
    label: "Search interventions", search: "Search", suggestions: "Suggestions",
    hint: "When suggestions appear, use the up and down arrow keys to go through them, and Enter to take one.",
    filters: "Filters", more: "More results",
    all: "All results", whole: "Read the whole intervention", page: "page", none: "Nothing found.",
    fault: "The search cannot be reached now.", turns: { one: "# intervention", other: "# interventions" }, reports: { one: "# report", other: "# reports" },
    in: "in", facets: ["Process (RCP)", "Country", "Speaker", "Organisation", "Theme", "Report", "Session", "Year", "Language", "Act of speech"],
  },
  fr: {
    label: "Chercher dans les interventions", search: "Chercher", suggestions: "Suggestions",
    hint: "Quand des suggestions apparaissent, parcourez-les avec les flèches haut et bas, puis choisissez avec Entrée.",
    filters: "Filtres", more: "Plus de résultats",
    all: "Tous les résultats", whole: "Lire toute l’intervention", page: "page", none: "Aucun résultat.",
    fault: "La recherche est indisponible pour l’instant.", turns: { one: "# intervention", other: "# interventions" }, reports: { one: "# rapport", other: "# rapports" },
    in: "dans", facets: ["Processus (PCR)", "Pays", "Intervenant", "Organisation", "Thème", "Rapport", "Session", "Année", "Langue", "Acte de parole"],
  },
  es: {
    label: "Buscar en las intervenciones", search: "Buscar", suggestions: "Sugerencias",
    hint: "Cuando aparezcan sugerencias, recórralas con las flechas arriba y abajo y elija una con Intro.",
    filters: "Filtros", more: "Más resultados",
    all: "Todos los resultados", whole: "Leer toda la intervención", page: "página", none: "No se encontró nada.",
    fault: "La búsqueda no está disponible ahora.", turns: { one: "# intervención", other: "# intervenciones" }, reports: { one: "# informe", other: "# informes" },
    in: "en", facets: ["Proceso (PCR)", "País", "Orador", "Organización", "Tema", "Informe", "Sesión", "Año", "Idioma", "Acto de habla"],
  },
  ar: {
    label: "البحث في المداخلات", search: "بحث", suggestions: "اقتراحات",
    hint: "عند ظهور الاقتراحات، تنقّل بينها بمفتاحي السهمين لأعلى ولأسفل، واختر بمفتاح الإدخال.",
    filters: "عوامل التصفية", more: "مزيد من النتائج",
    all: "جميع النتائج", whole: "قراءة المداخلة كاملة", page: "صفحة", none: "لم يُعثر على شيء.",
    fault: "البحث غير متاح الآن.",
    turns: { zero: "لا مداخلات", one: "مداخلة واحدة", two: "مداخلتان", few: "# مداخلات", many: "# مداخلة", other: "# مداخلة" },
    reports: { zero: "لا تقارير", one: "تقرير واحد", two: "تقريرين", few: "# تقارير", many: "# تقريرا", other: "# تقرير" },
    in: "في", facets: ["العملية التشاورية", "البلد", "المتحدث", "المنظمة", "الموضوع", "التقرير", "الجلسة", "السنة", "اللغة", "فعل القول"],
  },
  ru: {
    label: "Поиск по выступлениям", search: "Найти", suggestions: "Подсказки",
    hint: "Когда появятся подсказки, перемещайтесь по ним стрелками вверх и вниз и выбирайте клавишей Enter.",
    filters: "Фильтры", more: "Ещё результаты",
    all: "Все результаты", whole: "Читать выступление полностью", page: "стр.", none: "Ничего не найдено.",
    fault: "Поиск сейчас недоступен.",
    turns: { one: "# выступление", few: "# выступления", many: "# выступлений", other: "# выступления" },
    reports: { one: "# отчёте", few: "# отчётах", many: "# отчётах", other: "# отчётах" },
    in: "в", facets: ["Процесс (РКП)", "Страна", "Оратор", "Организация", "Тема", "Отчёт", "Заседание", "Год", "Язык", "Речевой акт"],
  },
  zh: {
    label: "搜索发言", search: "搜索", suggestions: "建议",
    hint: "出现建议时，用上下方向键浏览，按回车键选用。",
    filters: "筛选", more: "更多结果", all: "全部结果", whole: "阅读发言全文", page: "页",
    none: "没有找到。", fault: "目前无法搜索。", turns: { other: "# 次发言" }, reports: { other: "# 份报告" }, in: "，",
    facets: ["协商进程", "国家", "发言人", "组织", "主题", "报告", "会议", "年份", "语言", "言语行为"],
  },
};

export function wordsFor(tag) {
  const lang = catalogue[tag.slice(0, 2).toLowerCase()] ? tag.slice(0, 2).toLowerCase() : "en";
  const w = catalogue[lang];
  const locale = lang === "ar" ? "ar-u-nu-latn" : lang;
  const digits = new Intl.NumberFormat(locale);
  const regions = new Intl.DisplayNames(locale, { type: "region" });
  const rules = new Intl.PluralRules(locale);
  const count = (forms, n) => (forms[rules.select(n)] || forms.other).replace("#", digits.format(n));
  return {
    ...w, lang, dir: lang === "ar" ? "rtl" : "ltr",
    facets: Object.fromEntries(FILTERS.map((name, i) => [name, w.facets[i]])),
    state: (code) => code && regions.of(code),
    // A date may be that of a month or of a year.
    date: (iso) => {
      const [, month, day] = iso.split("-");
      const form = { year: "numeric", month: month && "long", day: day && "numeric", timeZone: "UTC" };
      return new Intl.DateTimeFormat(locale, form).format(new Date(iso));
    },
    number: (n) => digits.format(n),
    turns: (n) => count(w.turns, n),
    found: (n, reports) => n ? `${count(w.turns, n)} ${w.in} ${count(w.reports, reports)}` : w.none,
  };
}
