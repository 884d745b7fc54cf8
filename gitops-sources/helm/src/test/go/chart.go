package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"helm.sh/helm/v4/pkg/action"
	"helm.sh/helm/v4/pkg/chart"
	"helm.sh/helm/v4/pkg/chart/common"
	"helm.sh/helm/v4/pkg/chart/loader"
	"helm.sh/helm/v4/pkg/cli"
	"helm.sh/helm/v4/pkg/cli/values"
	"helm.sh/helm/v4/pkg/getter"
	release "helm.sh/helm/v4/pkg/release/v1"
)

// chartRequest is what `helm template` gets: a folder or archive that is there, or files that are laid.
type chartRequest struct {
	Chart       string            `json:"chart"`
	Files       map[string]string `json:"files"`
	Base64      map[string]string `json:"base64"`
	Links       map[string]string `json:"links"`
	Name        string            `json:"name"`
	Namespace   string            `json:"namespace"`
	Values      []string          `json:"values"` // texts
	Set         []string          `json:"set"`
	SetString   []string          `json:"setString"`
	SetJSON     []string          `json:"setJson"`
	SetLiteral  []string          `json:"setLiteral"`
	KubeVersion string            `json:"kubeVersion"`
	APIVersions []string          `json:"apiVersions"`
	IncludeCrds bool              `json:"includeCrds"`
	IsUpgrade   bool              `json:"isUpgrade"`
}

type answer struct {
	OK     bool   `json:"ok"`
	Output string `json:"output"`
	Error  string `json:"error"`
	Notes  string `json:"notes,omitempty"`
}

func (asked *chartRequest) answer() answer {
	scratch, err := os.MkdirTemp("", "oracle")
	if err != nil {
		return answer{Error: err.Error()}
	}
	defer os.RemoveAll(scratch)
	rel, err := asked.render(scratch)
	if err != nil {
		return answer{Error: strings.ReplaceAll(err.Error(), scratch, "<dir>")}
	}
	var out bytes.Buffer
	fmt.Fprintln(&out, strings.TrimSpace(rel.Manifest))
	for _, hook := range rel.Hooks {
		fmt.Fprintf(&out, "---\n# Source: %s\n%s\n", hook.Path, hook.Manifest)
	}
	return answer{OK: true, Output: out.String(), Notes: rel.Info.Notes}
}

func (asked *chartRequest) render(scratch string) (*release.Release, error) {
	place := asked.Chart
	if place == "" {
		place = filepath.Join(scratch, "chart")
		if err := asked.lay(place); err != nil {
			return nil, err
		}
	}
	vals, err := asked.merge(scratch)
	if err != nil {
		return nil, err
	}
	chrt, err := loader.Load(place)
	if err != nil {
		return nil, err
	}
	if err := installable(chrt); err != nil {
		return nil, err
	}
	client := action.NewInstall(action.NewConfiguration())
	client.DryRunStrategy = action.DryRunClient
	client.Replace = true
	client.ReleaseName = asked.Name
	if client.ReleaseName == "" {
		client.ReleaseName = "release-name"
	}
	client.Namespace = asked.Namespace
	if client.Namespace == "" {
		client.Namespace = "default"
	}
	client.APIVersions = asked.APIVersions
	client.IncludeCRDs = asked.IncludeCrds
	client.IsUpgrade = asked.IsUpgrade
	if asked.KubeVersion != "" {
		version, err := common.ParseKubeVersion(asked.KubeVersion)
		if err != nil {
			return nil, fmt.Errorf("invalid kube version '%s': %w", asked.KubeVersion, err)
		}
		client.KubeVersion = version
	}
	rel, err := client.Run(chrt, vals)
	if err != nil {
		if rel != nil && !isNil(rel) {
			return nil, fmt.Errorf("%w\n\nUse --debug flag to render out invalid YAML", err)
		}
		return nil, err
	}
	return rel.(*release.Release), nil
}

func isNil(rel any) bool {
	known, is := rel.(*release.Release)
	return is && known == nil
}

// installable checks what the command checks before it renders.
func installable(chrt chart.Charter) error {
	accessor, err := chart.NewAccessor(chrt)
	if err != nil {
		return err
	}
	switch kind := accessor.MetadataAsMap()["Type"]; kind {
	case "", "application":
	default:
		return fmt.Errorf("%s charts are not installable", kind)
	}
	if wanted := accessor.MetaDependencies(); len(wanted) > 0 {
		if err := action.CheckDependencies(chrt, wanted); err != nil {
			return fmt.Errorf("an error occurred while checking for chart dependencies. You may need to run 'helm dependency build' to fetch missing dependencies: %w", err)
		}
	}
	return nil
}

func (asked *chartRequest) merge(scratch string) (map[string]any, error) {
	options := values.Options{
		Values: asked.Set, StringValues: asked.SetString, JSONValues: asked.SetJSON, LiteralValues: asked.SetLiteral,
	}
	for i, text := range asked.Values {
		file := filepath.Join(scratch, fmt.Sprintf("values-%d.yaml", i))
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return nil, err
		}
		options.ValueFiles = append(options.ValueFiles, file)
	}
	return options.MergeValues(getter.All(cli.New()))
}

func (asked *chartRequest) lay(folder string) error {
	put := func(name string, data []byte) error {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, data, 0o644)
	}
	for name, text := range asked.Files {
		if err := put(name, []byte(text)); err != nil {
			return err
		}
	}
	for name, text := range asked.Base64 {
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
		if err != nil {
			return err
		}
		if err := put(name, data); err != nil {
			return err
		}
	}
	for name, target := range asked.Links {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.Symlink(target, path); err != nil {
			return err
		}
	}
	return nil
}
