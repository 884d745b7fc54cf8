package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
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

// plainFunctions take and give what the functions of text/template don't.
func plainFunctions() template.FuncMap {
	shown := func(value any) string { return fmt.Sprintf("%T %v", value, value) }
	return template.FuncMap{
		"takesInt":    func(value int) string { return shown(value) },
		"takesInt64":  func(value int64) string { return shown(value) },
		"takesUint32": func(value uint32) string { return shown(value) },
		"takesUint64": func(value uint64) string { return shown(value) },
		"takesFloat":  func(value float64) string { return shown(value) },
		"takesBool":   func(value bool) string { return shown(value) },
		"takesText":   func(value string) string { return shown(value) },
		"takesList":   func(value []any) string { return shown(value) },
		"takesTexts":  func(value []string) string { return shown(value) },
		"takesMap":    func(value map[string]any) string { return shown(value) },
		"takesAny":    func(value any) string { return shown(value) },
		"takesMany":   func(first string, rest ...int) string { return first + shown(rest) },
		"takesNone":   func() string { return "none" },
		"givesInt64":  func() int64 { return -5 },
		"givesUint64": func() uint64 { return 5 },
		"givesTexts":  func() []string { return []string{"a", "b"} },
		"givesNil":    func() any { return nil },
		"fails":       func() (string, error) { return "", errors.New("it fails") },
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
	parsed, err := template.New("t").Option("missingkey=zero").Funcs(plainFunctions()).Parse(text)
	if err == nil {
		err = parsed.Execute(&out, plainData())
	}
	if err != nil {
		return plainAnswer{Template: text, Error: err.Error()}
	}
	output := out.String()
	return plainAnswer{Template: text, Output: &output}
}
