// The oracle answers what Helm 4.2.3 makes of charts and templates.
//
//	oracle template            reads a chart and what is asked of it per line, as JSON; answers each
//	oracle evaluate            reads templates and values per line, as JSON; answers each
//	oracle record-charts F...  writes the recorded answers of corpus charts beside them
//	oracle record-tables F...  writes the recorded answers of tables of templates beside them
//	oracle record-plain F...   writes the recorded answers of text/template without Helm beside them
//	oracle record-schemas F... writes the recorded answers of tables of schemas and values beside them
//	oracle functions           prints the names of all functions with their signatures
//	oracle bench DIR N         renders a chart N times and prints times and allocations as JSON
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"
)

func main() {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 1 && args[0] == "template":
		return serve(os.Stdin, os.Stdout, func(asked *chartRequest) any { return asked.answer() })
	case len(args) == 1 && args[0] == "evaluate":
		return serve(os.Stdin, os.Stdout, func(asked *templateRequest) any { return asked.answers() })
	case len(args) > 1 && args[0] == "record-charts":
		return record(args[1:], recordChart)
	case len(args) > 1 && args[0] == "record-tables":
		return record(args[1:], recordTable)
	case len(args) > 1 && args[0] == "record-plain":
		return record(args[1:], recordPlain)
	case len(args) > 1 && args[0] == "record-schemas":
		return record(args[1:], recordSchemas)
	case len(args) == 1 && args[0] == "functions":
		return functions(os.Stdout)
	case len(args) == 3 && args[0] == "bench":
		return bench(args[1], args[2], os.Stdout)
	}
	return fmt.Errorf("usage: oracle template | evaluate | record-charts FILE... | record-tables FILE... | record-plain FILE... | record-schemas FILE... | functions | bench DIR N")
}

// serve answers each line, whatever it says; a line that is no request is answered with an error.
func serve[Q any](in io.Reader, out io.Writer, reply func(*Q) any) error {
	lines := bufio.NewReaderSize(in, 1<<20)
	answers := json.NewEncoder(out)
	answers.SetEscapeHTML(false)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			asked := new(Q)
			var answered any
			if bad := json.Unmarshal(line, asked); bad != nil {
				answered = answer{Error: bad.Error()}
			} else {
				answered = reply(asked)
			}
			if err := answers.Encode(answered); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func record(paths []string, one func(string) error) error {
	failed := 0
	for _, path := range paths {
		if err := one(path); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", path, err)
			failed++
		}
	}
	fmt.Printf("%d files, %d not recorded\n", len(paths), failed)
	if failed > 0 {
		return fmt.Errorf("%d files could not be recorded", failed)
	}
	return nil
}
