package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"syscall"
	"time"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	"sigs.k8s.io/kustomize/kyaml/openapi"
)

// library builds a folder as a program would that has the library in it.
func library(dir string) func() error {
	return func() error {
		options, err := request{}.options()
		if err != nil {
			return err
		}
		if reply := (request{}).build(options, dir, dir); !reply.OK {
			return errors.New(reply.Error)
		}
		return nil
	}
}

// flux builds a folder with Flux' options, and forgets the schema first as Flux does.
func flux(dir string) func() error {
	options := &krusty.Options{
		LoadRestrictions: types.LoadRestrictionsNone,
		PluginConfig:     types.DisabledPluginConfig(),
	}
	return func() error {
		openapi.ResetOpenAPI()
		built, err := krusty.MakeKustomizer(options).Run(filesys.MakeFsOnDisk(), dir)
		if err != nil {
			return err
		}
		_, err = built.AsYaml()
		return err
	}
}

// bench builds n times after a tenth of that to warm up. Times are in nanoseconds.
func bench(build func() error, times string, out io.Writer) error {
	n, err := count(times)
	if err != nil {
		return err
	}
	for range n/10 + 1 {
		if err := build(); err != nil {
			return err
		}
	}
	taken := make([]int64, n)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := range taken {
		start := time.Now()
		if err := build(); err != nil {
			return err
		}
		taken[i] = time.Since(start).Nanoseconds()
	}
	runtime.ReadMemStats(&after)
	return report(taken, out, map[string]any{
		"bytes":       (after.TotalAlloc - before.TotalAlloc) / uint64(n),
		"allocations": (after.Mallocs - before.Mallocs) / uint64(n),
	})
}

// benchProcess runs a program n times, one after the other. Bytes are the most that one had in memory.
func benchProcess(command []string, times string, out io.Writer) error {
	n, err := count(times)
	if err != nil {
		return err
	}
	most := int64(0)
	taken := make([]int64, n)
	for i := range taken {
		process := exec.Command(command[0], command[1:]...)
		process.Stderr = os.Stderr
		start := time.Now()
		if err := process.Run(); err != nil {
			return err
		}
		taken[i] = time.Since(start).Nanoseconds()
		if usage, is := process.ProcessState.SysUsage().(*syscall.Rusage); is {
			most = max(most, usage.Maxrss*1024)
		}
	}
	return report(taken, out, map[string]any{"bytes": most})
}

func count(times string) (int, error) {
	n, err := strconv.Atoi(times)
	if err != nil || n < 1 {
		return 0, fmt.Errorf("not a number of builds: %s", times)
	}
	return n, nil
}

func report(taken []int64, out io.Writer, figures map[string]any) error {
	slices.Sort(taken)
	figures["builds"] = len(taken)
	figures["min"] = taken[0]
	figures["median"] = taken[len(taken)/2]
	return json.NewEncoder(out).Encode(figures)
}
