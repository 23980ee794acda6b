package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"briefsearch/corpus"
	"briefsearch/web"
)

const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	writeTimeout      = 60 * time.Second
	idleTimeout       = 2 * time.Minute
	shutdownTimeout   = 10 * time.Second
	maxHeaderBytes    = 32 << 10
)

func newServe() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the search pages and the API",
		Long: `Serve the search pages, the API and the widget. What is indexed meanwhile is taken
up within a second or two; an index that is not there yet is made, empty.

/healthz says whether the process answers, /readyz whether the index does, and
/metrics has measures for Prometheus. Each request is a line on standard error, in
JSON unless that is a terminal. Ctrl-C or SIGTERM lets the requests under way finish.`,
		Args: args(cobra.NoArgs),
	}
	dir := indexFlag(cmd)
	addr := cmd.Flags().String("addr", "127.0.0.1:8080", "address to listen on, HOST:PORT; port 0 picks a free one")
	originals := cmd.Flags().Bool("originals", true, "give out the files that reports were read from; with --originals=false pages and API do without")
	perSecond := cmd.Flags().Float64("rate", 0, "requests per second that one client may make; 0 is any number")
	proxies := cmd.Flags().StringSlice("proxies", nil, "addresses or networks of proxies in front, who say for whom they ask")
	cmd.RunE = func(cmd *cobra.Command, _ []string) (err error) {
		if *perSecond < 0 {
			return usageError{fmt.Errorf("--rate %v: a rate is not below 0", *perSecond)}
		}
		v, err := loadVocabulary(cmd)
		if err != nil {
			return err
		}
		engine, err := liveEngine(cmd.Context(), *dir)
		if err != nil {
			return err
		}
		defer closing(engine, &err)

		log := newLog(cmd.ErrOrStderr())
		handler, err := web.New(web.Options{
			Engine: engine, Vocabulary: v, Version: programVersion(), Log: log, HideOriginals: !*originals,
			Rate: *perSecond, Proxies: *proxies,
		})
		if err != nil {
			return err
		}
		settle(cmd.Context(), engine)
		return serve(cmd.Context(), *addr, handler, cmd.OutOrStdout(), log)
	}
	return cmd
}

// serve answers until ctx ends, and then lets the requests under way finish.
func serve(ctx context.Context, addr string, handler http.Handler, out io.Writer, log *slog.Logger) error {
	var lc net.ListenConfig
	listener, err := lc.Listen(ctx, "tcp", addr)
	if err != nil {
		return &corpus.Error{
			Code: corpus.Unavailable, Op: "listen on", File: addr, Err: err,
			Hint: "Choose another address with --addr, for instance --addr 127.0.0.1:8081.",
		}
	}
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout,
		WriteTimeout: writeTimeout, IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	if _, err := fmt.Fprintf(out, "Briefsearch is ready at http://%s/ (press Ctrl-C to stop)\n", listener.Addr()); err != nil {
		return err
	}

	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		// ctx has ended; the requests under way get a little time of their own.
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
		defer cancel()
		stopped <- server.Shutdown(grace)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// newLog writes lines that a person reads on a terminal, JSON otherwise.
func newLog(w io.Writer) *slog.Logger {
	if f, ok := w.(interface{ Fd() uintptr }); ok && term.IsTerminal(int(f.Fd())) {
		return slog.New(slog.NewTextHandler(w, nil))
	}
	return slog.New(slog.NewJSONHandler(w, nil))
}
