# Briefsearch: `make run` and `make test` are all that a newcomer needs.
# Every target says what it does; `make help` lists them.

SHELL       := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

ADDR    ?= 127.0.0.1:8080
INDEX   ?= data/index
REPORTS ?= corpus/sample/reports
N       ?= 100000
BIN     := bin/briefsearch
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)

# Tools are pinned here and fetched by the Go tool and npm when they are missing.
GOLANGCI_VERSION := v2.15.0
GOLANGCI         := bin/golangci-lint-$(GOLANGCI_VERSION)
AXE_VERSION      := 4.14.1
AXE              := bin/axe-$(AXE_VERSION)/node_modules/axe-core/axe.min.js
NODE_VERSION     := 2.19.6
NODE             := bin/opensearch-$(NODE_VERSION)/Launcher.class

# Programs of Debian's packages that tests use: name of the program, then of its packages.
TEST_PACKAGES := cc:build-essential chromium:chromium pdftotext:poppler-utils \
	tesseract:tesseract-ocr+tesseract-ocr-fra+tesseract-ocr-spa pandoc:pandoc \
	javac:openjdk-17-jdk-headless mvn:maven

.PHONY: build
build: ## build bin/briefsearch
	go build -trimpath -ldflags "-X main.version=$(VERSION)" -o $(BIN) ./cmd/briefsearch

.PHONY: run
run: build ## build, index the sample reports and serve on ADDR (127.0.0.1:8080)
	$(BIN) index --index $(INDEX) $(REPORTS)
	$(BIN) serve --index $(INDEX) --addr $(ADDR)

.PHONY: test
test: lint unit ## everything that proves the project

.PHONY: unit
unit: test-packages $(AXE) $(NODE) ## all tests, those in a real browser too, with the race detector; pictures go to bin/pictures
	mkdir -p bin/pictures
	BRIEFSEARCH_AXE=$(CURDIR)/$(AXE) BRIEFSEARCH_SHOTS=$(CURDIR)/bin/pictures BRIEFSEARCH_NODE=$(CURDIR)/$(dir $(NODE)) \
		go test -race -timeout 20m $(TESTFLAGS) ./web ./search/bleve ./... # the longest first, so that none runs alone at the end
	go test $(TESTFLAGS) ./indexer/read/worker # limits on memory, which the race detector overruns
	go test $(TESTFLAGS) -run Cost ./indexer ./indexer/segment # costs, which the race detector distorts

.PHONY: lint
lint: $(GOLANGCI) ## formatting, the arrows between the rooms, and common faults
	$(GOLANGCI) run ./...

.PHONY: bench
bench: ## the benchmarks, then the engine beside others on N interventions (100000)
	go test -run '^$$' -bench . -benchmem ./...
	go run ./search/bleve/benchside -n $(N)

# What the tests do in a small way, as often as is promised: 50 kills while indexing,
# flipped bits by the thousand, 50,000 searches and 10,000 tables and timelines
# against brute force, and 100,000 wild requests to an index of N interventions.
.PHONY: proof
proof: ## the long tests, for an hour or so
	go run ./search/bleve/benchside -n $(N) -work data/proof -rivals=false -stock=false -seconds 1s
	BRIEFSEARCH_FULL=1 go test -timeout 2h -v -run 'Conformance|Kill|Flipped' ./search/bleve
	BRIEFSEARCH_FULL=1 BRIEFSEARCH_WILD_INDEX=$(CURDIR)/data/proof/$(N)/ours go test -timeout 2h -v -run Wild ./web

.PHONY: fuzz
fuzz: ## each fuzz target for FUZZTIME (20s)
	@for pkg in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
			echo "fuzz $$pkg $$target"; \
			go test -run '^$$' -fuzz "^$$target$$" -fuzztime $${FUZZTIME:-20s} -fuzzminimizetime 10x $$pkg; \
		done; \
	done

.PHONY: golden
golden: ## write the golden files anew; read the diff before you commit it
	go test ./... -update

.PHONY: clean
clean: ## remove what was built and indexed
	rm -rf bin data

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

# Install the packages of TEST_PACKAGES whose program is missing, where that is
# allowed; elsewhere say what is wanted.
.PHONY: test-packages
test-packages:
	@missing=""; \
	for p in $(TEST_PACKAGES); do \
		command -v "$${p%%:*}" >/dev/null || missing="$$missing $${p##*:}"; \
	done; \
	missing="$${missing//+/ }"; \
	if [ -n "$$missing" ]; then \
		echo "the tests need these packages:$$missing"; \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; \
		else \
			echo "install them, for instance: sudo apt-get install$$missing" >&2; exit 1; \
		fi; \
	fi

$(GOLANGCI):
	@echo "building golangci-lint $(GOLANGCI_VERSION), once"
	mkdir -p bin
	GOBIN=$(CURDIR)/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)
	mv bin/golangci-lint $@

$(AXE):
	@echo "fetching axe-core $(AXE_VERSION) for the accessibility tests, once"
	mkdir -p bin/axe-$(AXE_VERSION)
	npm install --silent --no-fund --no-audit --prefix bin/axe-$(AXE_VERSION) axe-core@$(AXE_VERSION)

$(NODE): search/opensearch/testdata/node/pom.xml search/opensearch/testdata/node/Launcher.java
	@echo "fetching OpenSearch $(NODE_VERSION) for the tests of its engine, once"
	mvn -q -B -f $< org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies \
		-Dopensearch=$(NODE_VERSION) -DoutputDirectory=$(CURDIR)/$(dir $@)
	javac -cp '$(dir $@)*' -d $(dir $@) $(lastword $^)
