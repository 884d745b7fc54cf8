package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sigs.k8s.io/yaml"
)

// tableLine is a template of a table with what it gave.
type tableLine struct {
	Template string  `json:"template"`
	Output   *string `json:"output,omitempty"`
	Error    *string `json:"error,omitempty"`
}

// recordTable reads a table, a template per line (in double quotes if it has line breaks; lines that
// begin with # are comments), and writes a line of JSON for each beside it. The values are those of
// values.yaml in the table's folder.
func recordTable(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	valuesText, err := os.ReadFile(filepath.Join(filepath.Dir(path), "values.yaml"))
	if err != nil {
		return err
	}
	var asked templateRequest
	if err := yaml.Unmarshal(valuesText, &asked.Values); err != nil {
		return err
	}
	for _, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.HasPrefix(line, "\"") {
			var unquoted string
			if err := json.Unmarshal([]byte(line), &unquoted); err != nil {
				return fmt.Errorf("%s: %w", line, err)
			}
			line = unquoted
		}
		asked.Templates = append(asked.Templates, line)
	}
	var out bytes.Buffer
	lines := json.NewEncoder(&out)
	lines.SetEscapeHTML(false)
	for i, reply := range asked.answers() {
		recorded := tableLine{Template: asked.Templates[i]}
		if reply.OK {
			recorded.Output = &reply.Output
		} else {
			recorded.Error = &reply.Error
		}
		if err := lines.Encode(recorded); err != nil {
			return err
		}
	}
	return os.WriteFile(strings.TrimSuffix(path, ".txt")+".jsonl", out.Bytes(), 0o644)
}

// recordChart writes what Helm answers to a case of the corpus; see the format there.
func recordChart(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	asked, phrase, err := parseCase(string(text))
	if err != nil {
		return err
	}
	reply := asked.answer()
	stem := strings.TrimSuffix(path, ".txt")
	for _, kind := range []string{".yaml", ".err", ".notes"} {
		os.Remove(stem + kind)
	}
	switch {
	case reply.OK && phrase != "":
		return fmt.Errorf("renders, but should fail with: %s", phrase)
	case reply.OK:
		if reply.Notes != "" {
			if err := os.WriteFile(stem+".notes", []byte(reply.Notes), 0o644); err != nil {
				return err
			}
		}
		return os.WriteFile(stem+".yaml", []byte(reply.Output), 0o644)
	case phrase == "":
		return fmt.Errorf("fails, but has no line 'error:': %s", reply.Error)
	case !strings.Contains(reply.Error, phrase):
		return fmt.Errorf("fails without the words %q: %s", phrase, reply.Error)
	}
	return os.WriteFile(stem+".err", []byte(reply.Error+"\n"), 0o644)
}

// parseCase takes a case apart: comments and headers, then files that begin with a line
// "-- path --", "-- path base64 --" or "-- path -> target --"; "-- -f NAME --" begins a values file
// that is not in the chart.
func parseCase(text string) (*chartRequest, string, error) {
	asked := &chartRequest{Files: map[string]string{}, Base64: map[string]string{}, Links: map[string]string{}}
	phrase, name := "", ""
	var content strings.Builder
	flush := func() {
		if file, binary := strings.CutSuffix(name, " base64"); binary {
			asked.Base64[file] = content.String()
		} else if strings.HasPrefix(name, "-f ") {
			asked.Values = append(asked.Values, content.String())
		} else if name != "" {
			asked.Files[name] = content.String()
		}
		content.Reset()
	}
	inFiles := false
	for _, line := range strings.SplitAfter(text, "\n") {
		if head, is := heading(line); is {
			flush()
			inFiles = true
			name = head
			if link, target, is := strings.Cut(head, " -> "); is {
				asked.Links[link] = target
				name = ""
			}
			continue
		}
		if inFiles {
			content.WriteString(line)
			continue
		}
		if err := header(asked, &phrase, strings.TrimSpace(line)); err != nil {
			return asked, phrase, err
		}
	}
	flush()
	return asked, phrase, nil
}

func heading(line string) (string, bool) {
	line = strings.TrimRight(line, "\n")
	if len(line) > 6 && strings.HasPrefix(line, "-- ") && strings.HasSuffix(line, " --") {
		return line[3 : len(line)-3], true
	}
	return "", false
}

func header(asked *chartRequest, phrase *string, line string) error {
	if line == "" || strings.HasPrefix(line, "#") {
		return nil
	}
	key, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch key {
	case "name":
		asked.Name = value
	case "namespace":
		asked.Namespace = value
	case "set":
		asked.Set = append(asked.Set, value)
	case "set-string":
		asked.SetString = append(asked.SetString, value)
	case "set-json":
		asked.SetJSON = append(asked.SetJSON, value)
	case "set-literal":
		asked.SetLiteral = append(asked.SetLiteral, value)
	case "kube-version":
		asked.KubeVersion = value
	case "api-versions":
		asked.APIVersions = append(asked.APIVersions, value)
	case "include-crds":
		asked.IncludeCrds = value == "true"
	case "is-upgrade":
		asked.IsUpgrade = value == "true"
	case "error":
		*phrase = value
	default:
		return fmt.Errorf("unknown header %q", line)
	}
	return nil
}
