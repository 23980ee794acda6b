package web_test

import (
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"briefsearch/corpus"
)

// TestScreenshots keeps pictures of the pages in the folder that
// BRIEFSEARCH_SHOTS names, for people to look at.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("BRIEFSEARCH_SHOTS")
	if folder == "" {
		t.Skip("BRIEFSEARCH_SHOTS is not set: no pictures are taken")
	}
	chrome := browser(t)
	engine := world()
	engine.reports = slices.DeleteFunc(engine.reports, func(r *corpus.Report) bool { return r.ID == "hostile2020" })
	server := httptest.NewServer(site(t, engine))
	t.Cleanup(server.Close)
	turn := "/interventions/" + string(engine.reports[0].Interventions[0].ID)
	for _, shot := range []struct {
		name, path, scheme string
		width              int64
	}{
		{"home", "/", "light", 1280},
		{"home-dark-phone", "/", "dark", 320},
		{"search", "/?q=remittances", "light", 1280},
		{"search-dark", "/?q=remittances&rcp=RCM&-theme=trafficking", "dark", 1280},
		{"search-phone", "/?q=remittances&rcp=RCM", "light", 320},
		{"nothing", "/?q=nowhere", "light", 1280},
		{"turn", turn, "light", 1280},
		{"turn-phone", turn, "dark", 320},
		{"report", "/reports/workshop2006", "light", 1280},
		{"search-arabic", "/?q=remittances&lang=ar", "light", 1280},
		{"home-arabic-phone", "/?lang=ar", "light", 320},
		{"turn-french", turn + "?lang=fr", "dark", 1280},
		{"search-chinese", "/?q=remittances&lang=zh", "light", 1280},
		{"home-russian", "/?lang=ru", "light", 1280},
		{"reports", "/reports", "light", 1280},
		{"embed", "/embed?rcp=RCM", "light", 1280},
		{"embed-phone", "/embed", "dark", 320},
		{"dossier", "/dossier?q=remittances", "light", 1280},
		{"search-by-report", "/?q=remittances&group=report", "light", 1280},
		{"turn-of-search", turn + "?q=remittances&rcp=RCM", "light", 1280},
		{"turn-of-search-arabic-phone", turn + "?q=remittances&lang=ar", "dark", 320},
		{"selection", "/selection?pick=" + strings.TrimPrefix(turn, "/interventions/"), "light", 1280},
		{"selection-phone", "/selection?pick=" + strings.TrimPrefix(turn, "/interventions/"), "dark", 320},
		{"fault", "/?q=boat&year=soon", "light", 1280},
		{"api", "/api", "light", 1280},
		{"api-phone", "/api?lang=ar", "dark", 320},
	} {
		t.Run(shot.name, func(t *testing.T) {
			b := chrome.open(t, server.URL)
			b.quiet = true // one page says that something is wrong
			b.media(shot.scheme)
			b.wide(shot.width)
			b.open(shot.path)
			b.shoot(filepath.Join(folder, fmt.Sprintf("%s.png", shot.name)))
		})
	}
}

// shoot keeps a picture of the whole page, in a window that is as tall: what is far
// below a window is not drawn.
func (b *tab) shoot(file string) {
	b.t.Helper()
	size, err := chromedp.Run(b.ctx, chromedp.Evaluate[[]int64](`[innerWidth, document.documentElement.scrollHeight]`))
	if err != nil {
		b.t.Fatal(err)
	}
	b.window(size[0], size[1])
	png, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(file, png, 0o600); err != nil {
		b.t.Fatal(err)
	}
}
