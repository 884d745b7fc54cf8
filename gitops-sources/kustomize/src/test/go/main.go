// The oracle answers what kustomize 5.8.1 makes of a tree.
//
//	oracle serve              reads one request per line on stdin, answers each with one line
//	oracle record CASE...     writes the recorded answers of corpus cases beside them
//	oracle bench DIR N        builds a folder N times and prints times and allocations as JSON
//	oracle bench-flux DIR N   the same, as Flux calls the library
//	oracle bench-process DIR N PROGRAM...
//	                          runs a program N times, with the folder as its last argument
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "oracle:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 1 && args[0] == "serve":
		return serve(os.Stdin, os.Stdout)
	case len(args) > 1 && args[0] == "record":
		return record(args[1:])
	case len(args) == 3 && args[0] == "bench":
		return bench(library(args[1]), args[2], os.Stdout)
	case len(args) == 3 && args[0] == "bench-flux":
		return bench(flux(args[1]), args[2], os.Stdout)
	case len(args) > 3 && args[0] == "bench-process":
		return benchProcess(append(args[3:], args[1]), args[2], os.Stdout)
	}
	return fmt.Errorf("usage: oracle serve | record CASE... | bench DIR N | bench-flux DIR N | bench-process DIR N PROGRAM...")
}
