package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/common/util"
)

// schemaCase is a line of a table of schemas, and what Helm says of it. No error: the values are as
// the schema says.
type schemaCase struct {
	Schema json.RawMessage `json:"schema"`
	Values map[string]any  `json:"values"`
	Error  string          `json:"error,omitempty"`
}

// recordSchemas writes what Helm says of the schemas and values of a file, beside it.
func recordSchemas(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	out, err := os.Create(strings.TrimSuffix(file, ".txt") + ".jsonl")
	if err != nil {
		return err
	}
	defer out.Close()
	answers := json.NewEncoder(out)
	answers.SetEscapeHTML(false)
	lines := bufio.NewScanner(strings.NewReader(string(text)))
	for lines.Scan() {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		var asked schemaCase
		if err := json.Unmarshal([]byte(line), &asked); err != nil {
			return err
		}
		if err := util.ValidateAgainstSingleSchema(common.Values(asked.Values), asked.Schema); err != nil {
			asked.Error = err.Error()
		}
		if err := answers.Encode(asked); err != nil {
			return err
		}
	}
	return lines.Err()
}
