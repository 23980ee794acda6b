package widget_test

import (
	"bytes"
	"compress/gzip"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"briefsearch/web/widget"
)

var update = flag.Bool("update", false, "bundle the widget anew")

// bundled is what the sources make.
func bundled(t *testing.T) []byte {
	t.Helper()
	css, err := os.ReadFile("src/widget.css")
	if err != nil {
		t.Fatal(err)
	}
	sheet := api.Transform(string(css), api.TransformOptions{
		Loader: api.LoaderCSS, MinifyWhitespace: true, MinifySyntax: true, LogLevel: api.LogLevelSilent,
		Engines: engines,
	})
	if len(sheet.Errors)+len(sheet.Warnings) > 0 {
		t.Fatal(sheet.Errors, sheet.Warnings)
	}
	res := api.Build(api.BuildOptions{
		EntryPoints: []string{"src/widget.js"}, Bundle: true, Format: api.FormatIIFE, Target: api.ES2022,
		MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true, Charset: api.CharsetUTF8,
		LegalComments: api.LegalCommentsNone, LogLevel: api.LogLevelSilent,
		Plugins: []api.Plugin{sheetPlugin(strings.TrimSpace(string(sheet.Code)))},
	})
	if len(res.Errors)+len(res.Warnings) > 0 {
		t.Fatal(res.Errors, res.Warnings)
	}
	return res.OutputFiles[0].Contents
}

// engines are the oldest browsers that know what the sheet says as it is written.
var engines = []api.Engine{{Name: api.EngineChrome, Version: "123"}, {Name: api.EngineFirefox, Version: "121"}, {Name: api.EngineSafari, Version: "17.5"}}

// sheetPlugin gives the modules the sheet as a text, made small.
func sheetPlugin(sheet string) api.Plugin {
	return api.Plugin{Name: "sheet", Setup: func(build api.PluginBuild) {
		build.OnLoad(api.OnLoadOptions{Filter: `\.css$`}, func(api.OnLoadArgs) (api.OnLoadResult, error) {
			return api.OnLoadResult{Contents: &sheet, Loader: api.LoaderText}, nil
		})
	}}
}

func TestBundle(t *testing.T) {
	const file = "dist/widget.js"
	want := bundled(t)
	if *update {
		if err := os.WriteFile(file, want, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what src makes (run go generate ./web/widget)", file)
	}
}

// Size is what a host page loads, its style sheet included, in gzip.
func TestSize(t *testing.T) {
	const limit = 12_000
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(bundled(t)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes in gzip", b.Len())
	if b.Len() > limit {
		t.Errorf("the widget has %d bytes in gzip, more than %d", b.Len(), limit)
	}
}

func TestIntegrityIsOfTheVersion(t *testing.T) {
	s, err := widget.New()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(s.Integrity(), "sha384-") || !strings.Contains(s.Path(), s.Version) {
		t.Errorf("integrity %s of %s", s.Integrity(), s.Path())
	}
}

var release = regexp.MustCompile(`(?m)^## (v?\d\S*)`)

// TestReleasesKeepTheirWidget holds every release to what pages elsewhere rely on.
func TestReleasesKeepTheirWidget(t *testing.T) {
	changes, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, heading := range release.FindAllStringSubmatch(string(changes), -1) {
		if _, err := os.Stat("released/" + heading[1] + ".js"); err != nil {
			t.Errorf("%v: pages that hold the widget of %s will break", err, heading[1])
		}
	}
}
