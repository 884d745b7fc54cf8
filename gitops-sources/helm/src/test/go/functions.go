package main

import (
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"

	"github.com/Masterminds/sprig/v3"
)

// functions prints a line for each function that a chart may call: its name and Go's type of it, as
// far as Sprig has it; Helm's own are known by their documentation.
func functions(out io.Writer) error {
	table := map[string]string{}
	for name, function := range sprig.TxtFuncMap() {
		table[name] = reflect.TypeOf(function).String()
	}
	delete(table, "env")
	delete(table, "expandenv")
	for name, signature := range map[string]string{
		"toToml": "func(interface {}) string", "mustToToml": "func(interface {}) string",
		"fromToml": "func(string) map[string]interface {}",
		"toYaml":   "func(interface {}) string", "mustToYaml": "func(interface {}) string",
		"toYamlPretty": "func(interface {}) string",
		"fromYaml":     "func(string) map[string]interface {}", "fromYamlArray": "func(string) []interface {}",
		"toJson": "func(interface {}) string", "mustToJson": "func(interface {}) string",
		"fromJson": "func(string) map[string]interface {}", "fromJsonArray": "func(string) []interface {}",
		"include":  "func(string, interface {}) (string, error)",
		"tpl":      "func(string, interface {}) (string, error)",
		"required": "func(string, interface {}) (interface {}, error)",
		"fail":     "func(string) (string, error)",
		"lookup":   "func(string, string, string, string) (map[string]interface {}, error)",
	} {
		table[name] = signature
	}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintln(out, name, table[name])
	}
	return nil
}
