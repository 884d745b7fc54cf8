// Command kcp is a Kubernetes control plane in one binary: the name that it is called by (a
// symbolic link), or else its first argument, says which of the programs it is.
package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	kubectl "k8s.io/kubectl/pkg/cmd"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllermanager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	kwokconfig "sigs.k8s.io/kwok/pkg/config"
	kwokcmd "sigs.k8s.io/kwok/pkg/kwok/cmd"
	kwoklog "sigs.k8s.io/kwok/pkg/log"
	"sigs.k8s.io/kwok/pkg/utils/signals"
)

// programs holds what the binary can be. Each one reads os.Args and returns an exit code.
var programs = map[string]func() int{
	"etcd":                    etcd,
	"kube-apiserver":          command(apiserver.NewAPIServerCommand),
	"kube-controller-manager": command(controllermanager.NewControllerManagerCommand),
	"kube-scheduler":          command(func() *cobra.Command { return scheduler.NewSchedulerCommand() }),
	"kubectl":                 command(kubectl.NewDefaultKubectlCommand),
	"kwok":                    kwok,
}

// lifeline names the variable that ties a process to its standard input.
const lifeline = "KCP_LIFELINE"

func main() {
	run, known := programs[filepath.Base(os.Args[0])]
	if !known && len(os.Args) > 1 {
		os.Args = os.Args[1:]
		run, known = programs[os.Args[0]]
	}
	if !known {
		fmt.Fprintln(os.Stderr, "usage: kcp PROGRAM [FLAG]..., where PROGRAM is one of",
			slices.Sorted(maps.Keys(programs)))
		os.Exit(2)
	}
	if os.Getenv(lifeline) != "" {
		go exitAtEndOfInput()
	}
	os.Exit(run())
}

// exitAtEndOfInput ends this process when whoever started it has died, however that came: the
// kernel then closes the other end of the pipe that is our standard input.
func exitAtEndOfInput() {
	_, _ = io.Copy(io.Discard, os.Stdin)
	os.Exit(1)
}

func command(create func() *cobra.Command) func() int {
	return func() int { return cli.Run(create()) }
}

func etcd() int {
	etcdmain.Main(os.Args)
	return 0
}

func kwok() int {
	// The Kubernetes packages have put a --version flag of another type here, which KWOK refuses.
	pflag.CommandLine = pflag.NewFlagSet("kwok", pflag.ContinueOnError)
	if err := runKwok(signals.SetupSignalContext()); err != nil {
		fmt.Fprintln(os.Stderr, "kwok:", err)
		return 1
	}
	return 0
}

func runKwok(ctx context.Context) error {
	// KWOK looks for --config and --v before cobra parses the rest, so this set must pass over
	// flags that it does not know.
	early := pflag.NewFlagSet("early", pflag.ContinueOnError)
	early.ParseErrorsAllowlist.UnknownFlags = true
	early.Usage = func() {}
	ctx, _ = kwoklog.InitFlags(ctx, early)
	ctx, err := kwokconfig.InitFlags(ctx, early)
	if err != nil {
		return err
	}
	program := kwokcmd.NewCommand(ctx)
	program.PersistentFlags().AddFlagSet(early)
	return program.ExecuteContext(ctx)
}
