package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"briefsearch/web/api"
)

// health answers those who watch over the process.
type health struct {
	service *api.Service
	version string
}

func (h health) register(r gin.IRouter) {
	r.GET("/healthz", h.alive)
	r.HEAD("/healthz", h.alive)
	r.GET("/readyz", h.ready)
	r.HEAD("/readyz", h.ready)
}

// alive says that the process answers. It asks nothing of the index, so that a
// slow disk does not get the process killed.
func (h health) alive(c *gin.Context) {
	c.Header("Cache-Control", "no-store")
	c.JSON(http.StatusOK, api.Alive{Status: "ok", Version: h.version})
}

// ready says that the index answers.
func (h health) ready(c *gin.Context) {
	stats, err := h.service.Stats(c.Request.Context())
	if err != nil {
		_ = c.Error(err)
		api.WriteProblem(c.Writer, c.Request, err)
		return
	}
	c.Header("Cache-Control", "no-store")
	c.JSON(http.StatusOK, api.Ready{Status: "ready", Reports: stats.Reports, Interventions: stats.Interventions})
}
