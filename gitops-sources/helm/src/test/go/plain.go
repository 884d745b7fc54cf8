package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"text/template"
)

// plainData is what the templates of a plain table see.
func plainData() map[string]any {
	return map[string]any{
		"text": "abc", "list": []any{1, "two", 3.5}, "bytes": []byte("ab"), "empty": []byte{},
		"nothing": nil, "map": map[string]any{"k": "v"}, "number": 7, "blank": "",
	}
}

// recordPlain writes what text/template alone gives for each line of a file, beside it. A line
// writes ␤ for the end of one of the template's.
func recordPlain(file string) error {
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
		if err := answers.Encode(plain(strings.ReplaceAll(line, "␤", "\n"))); err != nil {
			return err
		}
	}
	return lines.Err()
}

type plainAnswer struct {
	Template string  `json:"template"`
	Output   *string `json:"output,omitempty"`
	Error    string  `json:"error,omitempty"`
}

func plain(text string) plainAnswer {
	var out strings.Builder
	parsed, err := template.New("t").Option("missingkey=zero").Parse(text)
	if err == nil {
		err = parsed.Execute(&out, plainData())
	}
	if err != nil {
		return plainAnswer{Template: text, Error: err.Error()}
	}
	output := out.String()
	return plainAnswer{Template: text, Output: &output}
}
