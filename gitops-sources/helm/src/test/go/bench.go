package main

import (
	"encoding/json"
	"io"
	"os"
	"runtime"
	"slices"
	"strconv"
	"time"
)

// measured is what a render costs: microseconds of each, and bytes allocated by one.
type measured struct {
	Average float64 `json:"average"`
	P99     float64 `json:"p99"`
	Bytes   uint64  `json:"bytes"`
}

func bench(folder, times string, out io.Writer) error {
	count, err := strconv.Atoi(times)
	if err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "oracle")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	asked := chartRequest{Chart: folder}
	took := make([]float64, count)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := range took {
		start := time.Now()
		if _, err := asked.render(scratch); err != nil {
			return err
		}
		took[i] = float64(time.Since(start).Nanoseconds()) / 1e3
	}
	runtime.ReadMemStats(&after)
	slices.Sort(took)
	sum := 0.0
	for _, each := range took {
		sum += each
	}
	return json.NewEncoder(out).Encode(measured{
		Average: sum / float64(count),
		P99:     took[count*99/100],
		Bytes:   (after.TotalAlloc - before.TotalAlloc) / uint64(count),
	})
}
