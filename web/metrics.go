package web

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"briefsearch/web/api"
)

// measures are what /metrics tells.
type measures struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
	inFlight prometheus.Gauge
}

func newMeasures(service *api.Service, version string) *measures {
	m := &measures{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "briefsearch_http_requests_total", Help: "Requests answered, by method, route and status.",
		}, []string{"method", "route", "status"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "briefsearch_http_request_duration_seconds", Help: "Time to answer a request, by route.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"route"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "briefsearch_http_requests_in_flight", Help: "Requests being answered.",
		}),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "briefsearch_build_info", Help: "Always 1; the label is the version.", ConstLabels: prometheus.Labels{"version": version},
	})
	build.Set(1)
	m.registry.MustRegister(m.requests, m.duration, m.inFlight, build, holdings{service},
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// observe counts a request. Methods and routes come from the router's own lists,
// so that no client can make up labels.
func (m *measures) observe(method, route string, status int, took time.Duration) {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
	default:
		method = "other"
	}
	m.requests.WithLabelValues(method, route, strconv.Itoa(status)).Inc()
	m.duration.WithLabelValues(route).Observe(took.Seconds())
}

func (m *measures) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// holdings tells what the index holds when somebody asks. While the index cannot
// tell there is no figure, rather than a wrong one.
type holdings struct{ service *api.Service }

var (
	interventionsDesc = prometheus.NewDesc("briefsearch_interventions", "Interventions in the index.", nil, nil)
	reportsDesc       = prometheus.NewDesc("briefsearch_reports", "Reports in the index.", nil, nil)
	indexBytesDesc    = prometheus.NewDesc("briefsearch_index_bytes", "Size of the index on disk.", nil, nil)
)

// Describe implements prometheus.Collector.
func (holdings) Describe(out chan<- *prometheus.Desc) {
	out <- interventionsDesc
	out <- reportsDesc
	out <- indexBytesDesc
}

// Collect implements prometheus.Collector.
func (h holdings) Collect(out chan<- prometheus.Metric) {
	stats, err := h.service.Stats(context.Background())
	if err != nil {
		return
	}
	out <- prometheus.MustNewConstMetric(interventionsDesc, prometheus.GaugeValue, float64(stats.Interventions))
	out <- prometheus.MustNewConstMetric(reportsDesc, prometheus.GaugeValue, float64(stats.Reports))
	out <- prometheus.MustNewConstMetric(indexBytesDesc, prometheus.GaugeValue, float64(stats.Bytes))
}
