package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"sort"
	"strconv"
	"time"
)

// bench builds a folder n times after a tenth of that to warm up. Times are in nanoseconds.
func bench(dir, times string, out io.Writer) error {
	n, err := strconv.Atoi(times)
	if err != nil || n < 1 {
		return fmt.Errorf("not a number of builds: %s", times)
	}
	asked := request{Dir: dir}
	for range n/10 + 1 {
		if reply := asked.answer(); !reply.OK {
			return fmt.Errorf("%s", reply.Error)
		}
	}
	taken := make([]int64, n)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := range taken {
		start := time.Now()
		asked.answer()
		taken[i] = time.Since(start).Nanoseconds()
	}
	runtime.ReadMemStats(&after)
	sort.Slice(taken, func(i, j int) bool { return taken[i] < taken[j] })
	return json.NewEncoder(out).Encode(map[string]any{
		"builds":      n,
		"min":         taken[0],
		"median":      taken[n/2],
		"bytes":       (after.TotalAlloc - before.TotalAlloc) / uint64(n),
		"allocations": (after.Mallocs - before.Mallocs) / uint64(n),
	})
}
